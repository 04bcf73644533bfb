import type { Dispatcher } from 'undici'
import { decodeContent } from '../encoding/contentDecoding.ts'
import type { Place } from '../collections/underWay.ts'
import type { Deadlines } from '../time/deadlines.ts'
import { addAbortListener, removeAbortListener } from './abortListeners.ts'
import { readResult } from './graphqlText.ts'
import type { SubgraphResult } from './subgraph.ts'

export interface ExchangeParts {
  resolve(result: SubgraphResult): void
  reject(error: unknown): void
  signal: AbortSignal | undefined
  deadlines: Deadlines
  /** What it is rejected with when its time is over. */
  expired(): Error
  /** Told when an answer begins. */
  heard?: (() => void) | undefined
  /** Of the answer, also once it is decoded. */
  maxAnswerBytes: number
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

/** One request on its way: the parts of its answer, and what may end it early. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #parts: ExchangeParts
  readonly #abort = () => this.#giveUp(this.#parts.signal!.reason)
  readonly #deadline: Place
  readonly #chunks: Buffer[] = []
  #size = 0
  #status = 0
  #encoding: string | undefined
  #controller: Dispatcher.DispatchController | undefined
  #ended: { reason: unknown } | undefined

  constructor(parts: ExchangeParts) {
    this.#parts = parts
    this.#deadline = parts.deadlines.add(() => this.#giveUp(parts.expired()))
    if (parts.signal) addAbortListener(parts.signal, this.#abort)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    // It waited for a connection, and nobody waits for it any more.
    if (this.#ended) controller.abort(asError(this.#ended.reason))
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    this.#status = status
    const encoding = headers['content-encoding']
    if (encoding !== undefined) this.#encoding = String(encoding)
    this.#parts.heard?.()
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const { maxAnswerBytes } = this.#parts
    if ((this.#size += chunk.length) <= maxAnswerBytes) this.#chunks.push(chunk)
    else this.#giveUp(new Error(`The answer is larger than ${maxAnswerBytes} bytes.`))
  }

  onResponseEnd(): void {
    if (this.#ended) return
    this.#release()
    const [first] = this.#chunks
    const bytes = this.#chunks.length === 1 ? first! : Buffer.concat(this.#chunks)
    if (this.#encoding === undefined) return this.#read(bytes)
    decodeContent(bytes, this.#encoding, this.#parts.maxAnswerBytes)
      .then((decoded) => this.#read(decoded))
      .catch((error: unknown) => this.#parts.reject(error))
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#release()
    if (!this.#ended) this.#parts.reject(new ConnectionFailed(this.#status === 0, error))
  }

  #read(bytes: Buffer): void {
    try {
      this.#parts.resolve(readResult(bytes.toString(), this.#status))
    } catch (error) {
      this.#parts.reject(error)
    }
  }

  /** The caller hears at once, also while the request waits for a connection. */
  #giveUp(reason: unknown): void {
    if (this.#ended) return
    this.#ended = { reason }
    this.#chunks.length = 0
    this.#release()
    this.#parts.reject(reason)
    this.#controller?.abort(asError(reason))
  }

  #release(): void {
    const { signal } = this.#parts
    this.#deadline.leave()
    if (signal) removeAbortListener(signal, this.#abort)
  }
}

const asError = (reason: unknown) => (reason instanceof Error ? reason : new Error('The request was called off.'))
