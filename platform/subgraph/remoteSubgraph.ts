import { Pool } from 'undici'
import type { Logger } from 'pino'
import { Overloaded, Unavailable } from '../errors.ts'
import type { SubgraphClient, SubgraphRequest, SubgraphResult } from './subgraph.ts'

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
  const pool = new Pool(origin, { connections, connectTimeout: timeoutMs, maxResponseSize: MAX_ANSWER_BYTES })
  let inFlight = 0

  return {
    async execute(request) {
      if (inFlight >= maxInFlight) throw new Overloaded('Too many requests wait for this part.', { retryAfterMs: 500 })
      inFlight++
      try {
        return await post(pool, pathname, request, timeoutMs)
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

async function post(pool: Pool, path: string, request: SubgraphRequest, timeoutMs: number): Promise<SubgraphResult> {
  const { query, operationName, variables, signal } = request
  const timeout = AbortSignal.timeout(timeoutMs)
  const answer = await pool.request({
    method: 'POST',
    path: path === '/' ? '/graphql' : path,
    headers: headersOf(request),
    body: JSON.stringify({ query, operationName, variables }),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  })
  // A refusal (malformed, too large) has a JSON body of the same shape; what is not JSON comes from something else.
  const body = (await answer.body.json()) as SubgraphResult | null
  if (body === null || typeof body !== 'object' || !('data' in body || 'errors' in body)) {
    throw new Error(`The answer, of status ${answer.statusCode}, is not one of GraphQL.`)
  }
  return body
}

function headersOf({ authorization, address, userAgent, requestId }: SubgraphRequest): Record<string, string> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    authorization,
    'x-forwarded-for': address,
    'user-agent': userAgent,
    'x-request-id': requestId,
  }
  // Clients choose some of these, also over WebSockets: what fits into no header (RFC 9110, 5.5) is sent as "?".
  const given = Object.entries(headers).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return Object.fromEntries(given.map(([name, value]) => [name, value.replace(/[^\x20-\x7e]/g, '?')]))
}
