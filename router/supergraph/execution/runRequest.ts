import type { SubgraphResult } from '../../../platform/subgraph/subgraph.ts'
import { collectBatches, type Batch } from './batch.ts'
import { ENTITIES, REPRESENTATIONS } from './fetchText.ts'
import { variablesOf, type EntityList, type PlanRun } from './planRun.ts'
import type { EntityFetch, Query, RootFetch } from './planRequests.ts'
import { takeAll, takeEntities, takeRoot } from './takeAnswer.ts'
import { targetsAt } from './targets.ts'

/** Makes one request of a plan and merges its answer. Undefined where nothing is to be asked. */
export function runRequest(run: PlanRun, fetch: RootFetch | EntityFetch): Promise<void> | undefined {
  return fetch.kind === 'root' ? runRoot(run, fetch) : runEntities(run, fetch)
}

function runRoot(run: PlanRun, fetch: RootFetch): Promise<void> | undefined {
  const { path, conditions } = fetch.place
  if (!run.holds(conditions)) return undefined
  const targets = path.length === 0 ? [run.data] : targetsAt(run.data, path)
  if (targets.length === 0) return undefined
  return send(run, fetch.subgraph, fetch.query, {}).then((result) => takeRoot(run, fetch, targets, result))
}

function runEntities(run: PlanRun, fetch: EntityFetch): Promise<void> | undefined {
  const { subgraph, slots, root, together } = fetch
  const batches = slots.flatMap((slot) => collectBatches(slot, run))
  if (batches.length === 0) return root && runRoot(run, root)
  if (together && (root || batches.length > 1)) return askTogether(run, fetch, together, batches)
  const asked = batches.map((batch) => askAlone(run, subgraph, batch))
  return asked.length === 1 ? asked[0] : Promise.all(asked).then(() => undefined)
}

async function askAlone(run: PlanRun, subgraph: string, batch: Batch): Promise<void> {
  const given = { ...batch.context, [REPRESENTATIONS]: batch.representations }
  takeEntities(run, [{ batch, key: ENTITIES }], await send(run, subgraph, batch.slot.alone, given, alone))
}

/** A slot that has nothing to ask sends an empty list: so the text, which the subgraph has checked, stays one. */
async function askTogether(
  run: PlanRun,
  { subgraph, slots, lists, root }: EntityFetch,
  query: Query,
  batches: readonly Batch[],
): Promise<void> {
  const given: Record<string, unknown> = {}
  for (const { variable } of slots) given[variable] = []
  for (const { slot, representations } of batches) given[slot.variable] = representations
  const asked = batches.map((batch) => ({ batch, key: batch.slot.alias }))
  if (root) takeAll(run, root, asked, await send(run, subgraph, query, given))
  else takeEntities(run, asked, await send(run, subgraph, query, given, lists))
}

const alone: readonly EntityList[] = [{ variable: REPRESENTATIONS, key: ENTITIES }]

function send(
  run: PlanRun,
  subgraph: string,
  query: Query,
  given: Record<string, unknown>,
  entities?: readonly EntityList[],
): Promise<SubgraphResult> {
  const variables = query.variables.length > 0 ? { ...variablesOf(run, query.variables), ...given } : given
  return run.ask(subgraph, { query: query.text, variables, ...(entities ? { entities } : {}) })
}
