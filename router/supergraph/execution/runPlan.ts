import type { CompiledPlan } from './compilePlan.ts'
import type { Data } from './data.ts'
import type { Ask, PlacedError, PlanRun } from './planRun.ts'
import { runRequest } from './runRequest.ts'

/** The merged answers of all subgraphs, and their errors with paths of the client's operation. */
export interface PlanOutcome {
  data: Data
  errors: readonly PlacedError[]
}

/**
 * Runs a plan: each request as soon as what it waits for is there. Rejects only for faults of our own.
 * `variables`: coerced.
 */
export async function runPlan(
  { requests, hasContext }: CompiledPlan,
  variables: Record<string, unknown>,
  ask: Ask,
): Promise<PlanOutcome> {
  const run: PlanRun = {
    data: {},
    errors: [],
    variables,
    hasContext,
    ask,
    holds: (conditions) => conditions.every(({ variable, is }) => (variables[variable] === true) === is),
  }
  if (requests.length === 1) await runRequest(run, requests[0]!.fetch)
  else if (requests.length > 1) await runAll(run, requests)
  return { data: run.data, errors: run.errors }
}

function runAll(run: PlanRun, requests: CompiledPlan['requests']): Promise<void> {
  const waits = requests.map(({ waitsFor }) => waitsFor)
  return new Promise((resolve, reject) => {
    let left = requests.length
    const start = (index: number): void => {
      const running = runRequest(run, requests[index]!.fetch)
      if (running) running.then(() => done(index)).catch(reject)
      else done(index)
    }
    const done = (index: number): void => {
      if (--left === 0) return resolve()
      for (const next of requests[index]!.next) if (--waits[next]! === 0) start(next)
    }
    requests.forEach(({ waitsFor }, index) => {
      if (waitsFor === 0) start(index)
    })
  })
}
