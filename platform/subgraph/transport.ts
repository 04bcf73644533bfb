import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { DECODED_ENCODINGS } from '../encoding/contentDecoding.ts'
import { Deadlines } from '../time/deadlines.ts'
import { Connections } from './connections.ts'
import { Exchange } from './exchange.ts'
import { senderHeaders } from './senderHeaders.ts'
import type { SubgraphRequest, SubgraphResult } from './subgraph.ts'
import type { SubgraphAddress } from './subgraphAddress.ts'

export interface TransportOptions {
  timeoutMs: number
  connections: number
  maxAnswerBytes: number
  http2: boolean
  /** Asks for compressed answers. Those that come compressed are read in any case. */
  compressAnswers: boolean
  /** Sends long requests compressed. */
  compressRequests: boolean
}

/** Sends requests to one subgraph. */
export interface Transport {
  /**
   * Resolves with the answer; rejects when there is none within the time, when it is too large or not one of GraphQL, with
   * `ConnectionFailed`, or at once when the request's signal is aborted. `body`: the request, written.
   */
  send(request: SubgraphRequest, body: string): Promise<SubgraphResult>
  /** What is under way fails with `ConnectionFailed`. */
  close(): Promise<unknown>
}

/** A shorter request is sent as it is: what would be saved is not worth the time. */
const LEAST_COMPRESSED = 16_384

const gzipped = promisify(gzip)
const json = { 'content-type': 'application/json', accept: 'application/json' }

/**
 * Over HTTP/1.1 or HTTP/2, with or without TLS, by TCP or a unix socket. It goes below undici's `request`, which makes a stream, an
 * AbortSignal and its listeners for each: half of what a small request costs.
 */
export function openTransport(address: SubgraphAddress, options: TransportOptions): Transport {
  const { timeoutMs, maxAnswerBytes, http2, compressAnswers, compressRequests } = options
  const connections = new Connections(address, options)
  // One timer covers all of a request, and serves all requests.
  const deadlines = new Deadlines(timeoutMs)
  const expired = () => {
    connections.expired()
    return new Error(`There was no answer within ${timeoutMs} ms.`)
  }
  const heard = http2 ? () => connections.heard() : undefined
  const common: Record<string, string> = compressAnswers ? { ...json, 'accept-encoding': DECODED_ENCODINGS } : json
  const dispatch = (request: SubgraphRequest, body: string | Buffer, encoding: Record<string, string> = {}) =>
    new Promise<SubgraphResult>((resolve, reject) => {
      const { signal } = request
      if (signal?.aborted) return reject(signal.reason as Error)
      const exchange = new Exchange({ resolve, reject, signal, deadlines, expired, heard, maxAnswerBytes })
      const headers = { ...common, ...encoding, ...senderHeaders(request) }
      // Requests share a connection of HTTP/2; undici sends none of them twice.
      const sharing = http2 && { idempotent: true }
      connections.pool.dispatch({ method: 'POST', path: address.path, headers, body, ...sharing }, exchange)
    })
  return {
    send(request, body) {
      if (!compressRequests || body.length < LEAST_COMPRESSED) return dispatch(request, body)
      return gzipped(body, { level: 1 }).then((bytes) => dispatch(request, bytes, { 'content-encoding': 'gzip' }))
    },
    close: () => connections.close(),
  }
}
