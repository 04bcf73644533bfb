import { Pool, type Dispatcher } from 'undici'
import { Deadlines } from '../time/deadlines.ts'
import { addAbortListener, removeAbortListener } from './abortListeners.ts'
import { readResult, writeRequest } from './graphqlText.ts'
import { senderHeaders } from './senderHeaders.ts'
import type { SubgraphRequest, SubgraphResult } from './subgraph.ts'
import type { SubgraphAddress } from './subgraphAddress.ts'

export interface TransportOptions {
  timeoutMs: number
  connections: number
  maxAnswerBytes: number
}

/** Sends requests to one subgraph. */
export interface Transport {
  /**
   * Resolves with the answer; rejects when there is none within the time, when it is not one of GraphQL, with
   * `ConnectionFailed`, or at once when the request's signal is aborted.
   */
  send(request: SubgraphRequest): Promise<SubgraphResult>
  close(): Promise<unknown>
}

/** The connection failed before the whole answer came. */
export class ConnectionFailed extends Error {
  /** Nothing of an answer had come. */
  readonly isUnanswered: boolean

  constructor(isUnanswered: boolean, cause: Error) {
    super(cause.message, { cause })
    this.isUnanswered = isUnanswered
  }
}

/**
 * Over HTTP/1.1 or TLS, by TCP or a unix socket. It goes below undici's `request`, which makes a stream, an AbortSignal and
 * its listeners for each: half of what a small request costs.
 */
export function openTransport(address: SubgraphAddress, options: TransportOptions): Transport {
  const { timeoutMs, connections, maxAnswerBytes } = options
  const pool = new Pool(address.origin, {
    connections,
    connectTimeout: timeoutMs,
    maxResponseSize: maxAnswerBytes,
    // One timer covers all of a request, and serves all requests.
    headersTimeout: 0,
    bodyTimeout: 0,
    ...(address.socketPath !== undefined && { socketPath: address.socketPath }),
  })
  const deadlines = new Deadlines(timeoutMs)
  const expired = () => new Error(`There was no answer within ${timeoutMs} ms.`)
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        const { signal } = request
        if (signal?.aborted) return reject(signal.reason as Error)
        const exchange = new Exchange({ resolve, reject, signal, deadlines, expired })
        const headers = { ...json, ...senderHeaders(request) }
        pool.dispatch({ method: 'POST', path: address.path, headers, body: writeRequest(request) }, exchange)
      }),
    close: () => pool.close(),
  }
}

const json = { 'content-type': 'application/json', accept: 'application/json' }

interface ExchangeParts {
  resolve(result: SubgraphResult): void
  reject(error: unknown): void
  signal: AbortSignal | undefined
  deadlines: Deadlines
  expired(): Error
}

/** One request on its way: the parts of its answer, and what may end it early. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #parts: ExchangeParts
  readonly #abort = () => this.#giveUp(this.#parts.signal!.reason)
  readonly #chunks: Buffer[] = []
  #status = 0
  #controller: Dispatcher.DispatchController | undefined
  #ended: { reason: unknown } | undefined

  constructor(parts: ExchangeParts) {
    this.#parts = parts
    parts.deadlines.add(this)
    if (parts.signal) addAbortListener(parts.signal, this.#abort)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    // It waited for a connection, and nobody waits for it any more.
    if (this.#ended) controller.abort(asError(this.#ended.reason))
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    this.#release()
    const [first] = this.#chunks
    const text = this.#chunks.length === 1 ? first!.toString() : Buffer.concat(this.#chunks).toString()
    try {
      this.#parts.resolve(readResult(text, this.#status))
    } catch (error) {
      this.#parts.reject(error)
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#release()
    if (!this.#ended) this.#parts.reject(new ConnectionFailed(this.#status === 0, error))
  }

  expire(): void {
    this.#giveUp(this.#parts.expired())
  }

  /** The caller hears at once, also while the request waits for a connection. */
  #giveUp(reason: unknown): void {
    this.#ended = { reason }
    this.#release()
    this.#parts.reject(reason)
    this.#controller?.abort(asError(reason))
  }

  #release(): void {
    const { deadlines, signal } = this.#parts
    deadlines.delete(this)
    if (signal) removeAbortListener(signal, this.#abort)
  }
}

const asError = (reason: unknown) => (reason instanceof Error ? reason : new Error('The request was called off.'))
