import type { Logger } from 'pino'
import { Pool } from 'undici'
import { Overloaded, Unavailable } from '../errors.ts'
import { Breaker } from './breaker.ts'
import { Outage } from './outage.ts'
import { passRemote } from './passRemote.ts'
import type { PlainReply, PlainRequest } from './plain.ts'
import type { SubgraphClient, SubgraphRequest, SubgraphResult } from './subgraph.ts'
import { readSubgraphAddress, type SubgraphAddress } from './subgraphAddress.ts'
import { ConnectionFailed } from './exchange.ts'
import { writeRequest } from './graphqlText.ts'
import { openTransport } from './transport.ts'

export interface RemoteOptions {
  /** From the request to the end of its answer, in milliseconds. */
  timeoutMs: number
  logger: Logger
  /** Kept-alive connections at most. */
  connections?: number
  /** Requests in progress or waiting for a connection; above it, OVERLOADED. */
  maxInFlight?: number
  /** Asks over HTTP/2. Default false. */
  http2?: boolean
  /** Asks for compressed answers. Default: at `https:` addresses, which mostly are far away. */
  compressAnswers?: boolean
  /** Sends requests from 16 KiB on compressed (gzip). Default false: few servers take them. */
  compressRequests?: boolean
}

export interface RemoteSubgraph extends SubgraphClient {
  pass(request: PlainRequest): Promise<PlainReply>
  /** To be called when nobody waits for an answer any more: what is under way is called off. */
  close(): Promise<void>
}

const MAX_ANSWER_BYTES = 32_000_000
/** Streams at once, and how long one may stand still although somebody reads it. */
const MAX_STREAMS = 256
const STILL_MS = 60_000

/**
 * A subgraph behind HTTP. `url` is where it answers GraphQL, as `subgraphAddress.ts` reads it.
 *
 * A query whose connection failed before anything of an answer came is sent once more; a mutation never is. After many
 * failures in a row requests are refused at once, but for one a second (`breaker.ts`).
 */
export function remoteSubgraph(url: string, options: RemoteOptions): RemoteSubgraph {
  const { timeoutMs, logger, connections = 64, maxInFlight = 2_000 } = options
  const address = readSubgraphAddress(url)
  const transport = openTransport(address, {
    timeoutMs,
    connections,
    maxAnswerBytes: MAX_ANSWER_BYTES,
    http2: options.http2 ?? false,
    compressAnswers: options.compressAnswers ?? address.origin.startsWith('https:'),
    compressRequests: options.compressRequests ?? false,
  })
  const streams = openStreams(address, timeoutMs)
  const outage = new Outage(url, logger)
  const breaker = new Breaker()
  let [inFlight, isClosed] = [0, false]

  const done = (result: SubgraphResult): SubgraphResult => {
    inFlight--
    breaker.succeeded()
    outage.succeeded()
    return result
  }
  const failed = (request: SubgraphRequest, cause: unknown): never => {
    inFlight--
    // Whoever hung up is no fault of the subgraph's.
    if (!isClosed && !request.signal?.aborted) {
      outage.failed(cause, request.requestId)
      if (breaker.failed()) logger.error({ url }, 'a subgraph failed many times: it is asked once a second')
    }
    throw unreachable(cause)
  }

  return {
    async pass(request) {
      return passRemote(streams, request).catch((cause: unknown) => {
        if (!isClosed && !request.signal.aborted) outage.failed(cause, request.requestId)
        throw unreachable(cause)
      })
    },
    async execute(request) {
      // Before it counts: what cannot be written is no fault of the subgraph's.
      const body = writeRequest(request)
      if (inFlight >= maxInFlight) {
        outage.failed(new Error(`${inFlight} requests wait for it already`), request.requestId)
        throw new Overloaded('Too many requests wait for this part.', { retryAfterMs: 500 })
      }
      if (!breaker.allows()) throw unreachable(new Error('It failed many times.'))
      inFlight++
      const again = (cause: unknown): Promise<SubgraphResult> =>
        !isClosed && mayRepeat(request, cause)
          ? endsOfOthers()
              .then(() => transport.send(request, body))
              .then(done, (other: unknown) => failed(request, other))
          : failed(request, cause)
      return transport.send(request, body).then(done, again)
    },
    async close() {
      isClosed = true
      await Promise.all([transport.close(), streams.destroy()])
    },
  }
}

/** Of their own: streams take their time, and must not stand in the way of queries. They may be of any length. */
const openStreams = ({ origin, socketPath }: SubgraphAddress, timeoutMs: number) =>
  new Pool(origin, {
    connections: MAX_STREAMS,
    connectTimeout: timeoutMs,
    headersTimeout: timeoutMs,
    bodyTimeout: STILL_MS,
    ...(socketPath !== undefined && { socketPath }),
  })

/** A server that goes ends all its connections: by then it is known of each. */
const endsOfOthers = () => new Promise((resolve) => setImmediate(resolve))

/** It is a query, and no part of an answer to it has come. */
const mayRepeat = ({ query, signal }: SubgraphRequest, cause: unknown): boolean =>
  cause instanceof ConnectionFailed && cause.isUnanswered && !signal?.aborted && !MUTATION.test(query)

/** The router writes one operation to a document. Anything that could be one is taken for one. */
const MUTATION = /\bmutation\b/

const unreachable = (cause: unknown) =>
  new Unavailable('A part of the system cannot be reached.', { cause, retryAfterMs: 1_000 })
