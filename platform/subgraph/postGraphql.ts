import { LRUCache } from 'lru-cache'
import type { Dispatcher, Pool } from 'undici'
import { senderHeaders } from './senderHeaders.ts'
import type { SubgraphRequest, SubgraphResult } from './subgraph.ts'

/** Documents as JSON, kept because routers send the same ones again and again. */
const quoted = new LRUCache<string, string>({
  max: 1_000,
  maxSize: 8_000_000,
  sizeCalculation: (text, query) => text.length + query.length + 1,
})

/**
 * Sends one request and resolves with its answer; rejects when there is none within `timeoutMs`, when it is not one of
 * GraphQL, or when the caller's signal is aborted. It goes below undici's `request`, which makes a stream, an AbortSignal and
 * its listeners for each: half of what a small request costs.
 */
export function postGraphql(
  pool: Pool,
  path: string,
  request: SubgraphRequest,
  timeoutMs: number,
): Promise<SubgraphResult> {
  const { signal } = request
  const body = bodyOf(request)
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
      this.#resolve(readResult(this.#chunks, this.#status))
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

/** A refusal (malformed, too large) has a JSON body of the same shape; what is not JSON comes from something else. */
function readResult(chunks: readonly Buffer[], status: number): SubgraphResult {
  const [first] = chunks
  const text = chunks.length === 1 ? first!.toString() : Buffer.concat(chunks).toString()
  const body = JSON.parse(text) as SubgraphResult | null
  if (body === null || typeof body !== 'object' || !('data' in body || 'errors' in body))
    throw new Error(`The answer, of status ${status}, is not one of GraphQL.`)
  return body
}

function bodyOf({ query, operationName, variables }: SubgraphRequest): string {
  let document = quoted.get(query)
  if (document === undefined) quoted.set(query, (document = JSON.stringify(query)))
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`
  return `{"query":${document}${name}${variables ? `,"variables":${JSON.stringify(variables)}` : ''}}`
}

const headersOf = (request: SubgraphRequest): Record<string, string> => ({
  ...{ 'content-type': 'application/json', accept: 'application/json' },
  ...senderHeaders(request),
})
