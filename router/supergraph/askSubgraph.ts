import type { SubgraphClient, SubgraphRequest, SubgraphResult } from '../../platform/subgraph/subgraph.ts'
import { TimedOut, ParleyError, Unavailable } from '../../platform/errors.ts'
import { addAbortListener, removeAbortListener } from '../../platform/subgraph/index.ts'
import type { Ask } from './execution/index.ts'
import type { RequestContext } from './supergraph.ts'

/** Hears why a subgraph gave no answer, under its name. */
export type ReportFailure = (subgraph: string, error: unknown, context: RequestContext) => void

export interface Asking {
  subgraphs: (name: string) => SubgraphClient
  report: ReportFailure
}

/** Asks for one request of a client's: what goes along is the same for every subgraph. */
export function asker(parts: Asking, context: RequestContext): Ask {
  const along = sentAlong(context)
  const guard = guardFor(parts, context)
  return (name, { query, variables }) =>
    guard(name, (resolve, reject) =>
      parts
        .subgraphs(name)
        .execute({ ...along, query, variables })
        .then(resolve, reject),
    )
}

/**
 * Makes of whatever keeps a subgraph from answering a result with errors. It waits no longer than somebody listens, also for
 * what cannot be called off.
 */
export function guardFor(
  { report }: Pick<Asking, 'report'>,
  context: RequestContext,
): (name: string, execute: Execute) => Promise<SubgraphResult> {
  const { signal } = context
  return (name, execute) =>
    new Promise((resolve) => {
      const abort = () => fail(signal!.reason)
      const fail = (error: unknown): void => {
        if (signal) removeAbortListener(signal, abort)
        report(name, error, context)
        const reason: unknown = signal?.reason
        resolve(missing(reason instanceof TimedOut ? reason : error))
      }
      if (signal?.aborted) return fail(signal.reason)
      if (signal) addAbortListener(signal, abort)
      execute((result) => {
        if (signal) removeAbortListener(signal, abort)
        resolve(result)
      }, fail)
    })
}

/** Calls back and makes no promise of its own: an event is asked for in batches, and promises are much of its cost. */
type Execute = (resolve: (result: SubgraphResult) => void, reject: (error: unknown) => void) => void

/** What an operation on a subgraph takes from the client's request. */
export function sentAlong({
  authorization,
  requestId,
  traceparent,
  address,
  userAgent,
  signal,
}: RequestContext): Omit<SubgraphRequest, 'query' | 'variables'> {
  return {
    requestId,
    ...(traceparent === undefined ? {} : { traceparent }),
    ...(authorization === undefined ? {} : { authorization }),
    ...(address === undefined ? {} : { address }),
    ...(userAgent === undefined ? {} : { userAgent }),
    ...(signal === undefined ? {} : { signal }),
  }
}

/** An error without a path stands at each place that the subgraph owed. */
function missing(error: unknown): SubgraphResult {
  const { code, retriable } = Unavailable
  const extensions = error instanceof ParleyError ? error.extensions : { code, retriable }
  const message = 'A part of the system cannot be reached. What it would have answered is missing.'
  return { data: null, errors: [{ message, extensions }] }
}
