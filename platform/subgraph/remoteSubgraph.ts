import { Pool } from 'undici'
import type { Logger } from 'pino'
import { Overloaded, Unavailable } from '../errors.ts'
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
  close(): Promise<void>
}

const MAX_ANSWER_BYTES = 32_000_000

/**
 * A subgraph behind HTTP. `url` is where it answers GraphQL, as in `http://users:4001/graphql`.
 * Nothing is retried here: only the caller knows whether that is safe.
 */
export function remoteSubgraph(url: string, options: RemoteOptions): RemoteSubgraph {
  const { timeoutMs, logger, connections = 64, maxInFlight = 2_000 } = options
  const { origin, pathname } = new URL(url)
  const path = pathname === '/' ? '/graphql' : pathname
  const pool = new Pool(origin, { connections, connectTimeout: timeoutMs, maxResponseSize: MAX_ANSWER_BYTES })
  let inFlight = 0

  return {
    async execute(request) {
      if (inFlight >= maxInFlight) throw new Overloaded('Too many requests wait for this part.', { retryAfterMs: 500 })
      inFlight++
      try {
        return await postGraphql(pool, path, request, timeoutMs)
      } catch (cause) {
        logger.warn({ error: cause, url, requestId: request.requestId }, 'a subgraph did not answer')
        throw new Unavailable('A part of the system cannot be reached.', { cause, retryAfterMs: 1_000 })
      } finally {
        inFlight--
      }
    },
    close: () => pool.close(),
  }
}
