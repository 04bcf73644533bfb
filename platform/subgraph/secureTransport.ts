import { Pool, type Dispatcher } from 'undici'
import { readResult, writeRequest } from './graphqlText.ts'
import { senderHeaders } from './senderHeaders.ts'
import type { SubgraphRequest, SubgraphResult } from './subgraph.ts'
import type { SubgraphAddress } from './subgraphAddress.ts'
import type { Transport, TransportOptions } from './wireTransport.ts'

/**
 * Over TLS. It goes below undici's `request`, which makes a stream, an AbortSignal and its listeners for each: half of what
 * a small request costs.
 */
export function secureTransport(address: SubgraphAddress, options: TransportOptions): Transport {
  const { timeoutMs, connections, maxAnswerBytes } = options
  const pool = new Pool(address.origin, {
    connections,
    connectTimeout: timeoutMs,
    maxResponseSize: maxAnswerBytes,
    // One timer of our own covers all of a request.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  return {
    send: (request) => post(pool, address.path, request, timeoutMs),
    close: () => pool.close(),
  }
}

function post(pool: Pool, path: string, request: SubgraphRequest, timeoutMs: number): Promise<SubgraphResult> {
  const { signal } = request
  const body = writeRequest(request)
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error)
    const exchange = new Exchange(resolve, reject, signal, timeoutMs)
    pool.dispatch({ method: 'POST', path, headers: headersOf(request), body }, exchange)
  })
}

/** One request on its way: the parts of its answer, and what may end it early. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #resolve: (result: SubgraphResult) => void
  readonly #reject: (error: unknown) => void
  readonly #signal: AbortSignal | undefined
  readonly #timer: NodeJS.Timeout
  readonly #abort = () => this.#end(this.#signal!.reason)
  readonly #chunks: Buffer[] = []
  #status = 0
  #controller: Dispatcher.DispatchController | undefined
  #ended: { reason: unknown } | undefined

  constructor(
    resolve: (result: SubgraphResult) => void,
    reject: (error: unknown) => void,
    signal: AbortSignal | undefined,
    timeoutMs: number,
  ) {
    this.#resolve = resolve
    this.#reject = reject
    this.#signal = signal
    this.#timer = setTimeout(() => this.#end(new Error(`There was no answer within ${timeoutMs} ms.`)), timeoutMs)
    signal?.addEventListener('abort', this.#abort, { once: true })
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
    try {
      this.#resolve(readResult(Buffer.concat(this.#chunks).toString(), this.#status))
    } catch (error) {
      this.#reject(error)
    }
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#release()
    this.#reject(this.#ended ? this.#ended.reason : error)
  }

  /** The caller hears at once, also while the request waits for a connection. */
  #end(reason: unknown): void {
    this.#ended = { reason }
    this.#release()
    this.#reject(reason)
    this.#controller?.abort(asError(reason))
  }

  #release(): void {
    clearTimeout(this.#timer)
    this.#signal?.removeEventListener('abort', this.#abort)
  }
}

const asError = (reason: unknown) => (reason instanceof Error ? reason : new Error('The request was called off.'))

const headersOf = (request: SubgraphRequest): Record<string, string> => ({
  ...{ 'content-type': 'application/json', accept: 'application/json' },
  ...senderHeaders(request),
})
