import type { SubgraphClient, SubgraphRequest, SubgraphResult } from '../../platform/subgraph/subgraph.ts'
import { TimedOut, ParleyError, Unavailable } from '../../platform/errors.ts'
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
    guard(name, () => parts.subgraphs(name).execute({ ...along, query, variables }))
}

/** Makes of whatever keeps a subgraph from answering a result with errors. It waits no longer than the context says. */
export function guardFor(
  { report }: Pick<Asking, 'report'>,
  context: RequestContext,
): (name: string, execute: () => Asked) => Asked {
  const unlessAborted = context.signal ? giveUpWith(context.signal) : ask
  return async (name, execute) => {
    try {
      return await unlessAborted(execute)
    } catch (error) {
      report(name, error, context)
      const { reason } = context.signal ?? {}
      return missing(reason instanceof TimedOut ? reason : error)
    }
  }
}

type Asked = Promise<SubgraphResult>
const ask = (one: () => Asked): Asked => one()

/** Waits no longer than somebody listens, also for what cannot be called off. One listener serves a whole operation. */
function giveUpWith(signal: AbortSignal): (one: () => Asked) => Asked {
  let waiting: Set<(reason: unknown) => void> | undefined
  return (one) => {
    if (signal.aborted) return Promise.reject(signal.reason)
    if (!waiting) {
      const all = (waiting = new Set())
      signal.addEventListener('abort', () => all.forEach((reject) => reject(signal.reason)), { once: true })
    }
    const all = waiting
    return new Promise((resolve, reject) => {
      all.add(reject)
      one().then(
        (result) => {
          all.delete(reject)
          resolve(result)
        },
        (error: unknown) => {
          all.delete(reject)
          reject(error)
        },
      )
    })
  }
}

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
