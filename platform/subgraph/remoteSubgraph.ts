import { Pool } from 'undici'
import type { Logger } from 'pino'
import { Overloaded, Unavailable } from '../errors.ts'
import { passRemote } from './passRemote.ts'
import type { PlainReply, PlainRequest } from './plain.ts'
import { postGraphql } from './postGraphql.ts'
import type { SubgraphClient } from './subgraph.ts'

export interface RemoteOptions {
  /** From the request to the end of its answer, in milliseconds. */
  timeoutMs: number
  logger: Logger
  /** Kept-alive connections at most. */
  connections?: number
  /** Requests in progress or waiting for a connection; above it, OVERLOADED. */
  maxInFlight?: number
}

export interface RemoteSubgraph extends SubgraphClient {
  pass(request: PlainRequest): Promise<PlainReply>
  close(): Promise<void>
}

const MAX_ANSWER_BYTES = 32_000_000
/** Streams at once, and how long one may stand still although somebody reads it. */
const MAX_STREAMS = 256
const STILL_MS = 60_000

/**
 * A subgraph behind HTTP. `url` is where it answers GraphQL, as in `http://users:4001/graphql`.
 * Nothing is retried here: only the caller knows whether that is safe.
 */
export function remoteSubgraph(url: string, options: RemoteOptions): RemoteSubgraph {
  const { timeoutMs, logger, connections = 64, maxInFlight = 2_000 } = options
  const { origin, pathname } = new URL(url)
  const path = pathname === '/' ? '/graphql' : pathname
  const pool = new Pool(origin, {
    connections,
    connectTimeout: timeoutMs,
    maxResponseSize: MAX_ANSWER_BYTES,
    // One timer of our own covers all of a request.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  // Of its own: streams take their time, and must not stand in the way of queries. They may be of any length.
  const streams = new Pool(origin, {
    connections: MAX_STREAMS,
    connectTimeout: timeoutMs,
    headersTimeout: timeoutMs,
    bodyTimeout: STILL_MS,
  })
  const report = (error: unknown, { requestId }: { requestId?: string }) =>
    logger.warn({ error, url, requestId }, 'a subgraph did not answer')
  let inFlight = 0

  return {
    async pass(request) {
      return passRemote(streams, request).catch((cause: unknown) => {
        // Whoever hung up is no fault of the subgraph's.
        if (!request.signal.aborted) report(cause, request)
        throw unreachable(cause)
      })
    },
    async execute(request) {
      if (inFlight >= maxInFlight) throw new Overloaded('Too many requests wait for this part.', { retryAfterMs: 500 })
      inFlight++
      try {
        return await postGraphql(pool, path, request, timeoutMs)
      } catch (cause) {
        report(cause, request)
        throw unreachable(cause)
      } finally {
        inFlight--
      }
    },
    close: async () => void (await Promise.all([pool.close(), streams.destroy()])),
  }
}

const unreachable = (cause: unknown) =>
  new Unavailable('A part of the system cannot be reached.', { cause, retryAfterMs: 1_000 })
