import type { PlanNode } from '@apollo/query-planner'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from '../../platform/telemetry/createLogger.ts'
import { Answer } from './answer.ts'
import { clientError, maskError } from './clientErrors.ts'
import { runPlan, type Ask, type CompiledPlan, type PlacedError } from './execution/index.ts'
import type { Flaw, Projector } from './projection/index.ts'

/** An operation, ready to run. */
export interface Runnable {
  /** As the planner made it, for those who want to see it. */
  readonly plan: PlanNode | undefined
  readonly requests: CompiledPlan
  readonly project: Projector
}

export interface OperationRun {
  ask: Ask
  requestId: string
  logger: Logger
}

/**
 * Fetches, merges and writes the answer. Never rejects; errors are fit for clients. `variables`: coerced. `prepare` plans
 * at the first use of a combination of conditions.
 */
export async function runOperation(
  prepare: () => Runnable,
  variables: Record<string, unknown>,
  run: OperationRun,
): Promise<Answer> {
  try {
    const { requests, project } = prepare()
    const { data, errors } = await runPlan(requests, variables, run.ask)
    const projected = project(data, variables, errors)
    if (errors.length === 0 && projected.flaws.length === 0) return new Answer(projected.data)
    return new Answer(projected.data, [...shownErrors(errors, run), ...shownFlaws(projected.flaws, run)])
  } catch (error) {
    const { message, extensions } = maskError(error, run.requestId, run.logger)
    return new Answer('null', [{ message, extensions }])
  }
}

/** What a subgraph said once is logged and masked once, in however many places it stands. */
function shownErrors(errors: readonly PlacedError[], { requestId, logger }: OperationRun): GraphQLFormattedError[] {
  const shown = new Map<GraphQLFormattedError, GraphQLFormattedError>()
  return errors.map(({ error, path }) => {
    let one = shown.get(error)
    if (!one) {
      const { message, extensions } = clientError({ ...error, path }, requestId, logger)
      shown.set(error, (one = { message, extensions }))
    }
    return { message: one.message, path, extensions: one.extensions ?? {} }
  })
}

/** A subgraph broke its schema: our fault, in one line of the log for the whole answer. */
function shownFlaws(flaws: readonly Flaw[], { requestId, logger }: OperationRun): GraphQLFormattedError[] {
  if (flaws.length === 0) return []
  const { message, extensions } = maskError({ message: 'Answers break the schema.', flaws }, requestId, logger)
  return flaws.map(({ path }) => ({ message, path, extensions }))
}
