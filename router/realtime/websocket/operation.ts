import type { GraphQLFormattedError } from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import { toErrors } from '../errorPayload.ts'
import { SharedResult } from '../engine/sharedResult.ts'
import type { Sink } from '../engine/sink.ts'
import { isLive } from '../engine/groupKey.ts'
import type { Answer } from '../../supergraph/index.ts'
import { completeMessage, errorMessage, nextTail } from './messages.ts'
import { NextFrame } from './nextFrame.ts'
import type { RealtimeParts } from './parts.ts'
import type { Session } from './session.ts'

/** The socket of an operation. */
export interface Carrier {
  readonly parts: RealtimeParts
  readonly session: Session
  /** Writes a message. */
  send(message: string): void
  /** Writes a shared result. */
  sendNext(frame: NextFrame, quotedId: string): void
  /** Undefined while the reader keeps up; else resolves when it has caught up, or is gone. */
  drained(): Promise<void> | undefined
  /** The operation has ended. */
  forget(operation: Operation): void
}

/** One operation of a socket, from its `subscribe` to its end. */
export class Operation implements Sink {
  /** Its id as it stands in messages: the one text of it that is kept. */
  readonly quotedId: string
  /** Of the message that asked for it. */
  readonly bytes: number
  readonly #connection: Carrier
  /** In bytes. */
  readonly #idLength: number
  #subscription: { stop(): boolean } | undefined
  #request: AbortController | undefined
  #ended = false

  constructor(quotedId: string, bytes: number, connection: Carrier) {
    this.quotedId = quotedId
    this.bytes = bytes
    this.#connection = connection
    this.#idLength = Buffer.byteLength(quotedId)
  }

  /** Runs it. Whatever goes wrong is told to the client as an `error` message. */
  async run({ query, operationName, variables }: SubscribePayload): Promise<void> {
    try {
      const { supergraph, hub, states } = this.#connection.parts
      const graph = supergraph()
      const prepared = graph.prepare(query, operationName ?? undefined)
      if ('errors' in prepared) return this.error(prepared.errors.map((error) => error.toJSON()))
      if (isLive(prepared)) {
        const { session } = this.#connection
        await prepared.live.admit?.(variables ?? {}, session.context())
        if (this.#ended) return
        const engine = prepared.live.isState ? states : hub
        this.#subscription = engine.subscribe(prepared, variables ?? {}, session, this, graph)
      } else {
        this.#request = new AbortController()
        const context = this.#connection.session.context(this.#request.signal)
        this.#answer(await graph.execute(prepared, variables ?? {}, context))
      }
    } catch (cause) {
      this.error(toErrors(cause, this.#connection.parts.logger))
    }
  }

  next(result: SharedResult): void {
    if (this.#ended) return
    let frame = result.frames.get(this.#idLength)
    if (!frame) {
      frame = new NextFrame(this.#idLength, nextTail(result.json))
      result.frames.set(this.#idLength, frame)
    }
    this.#connection.sendNext(frame, this.quotedId)
  }

  error(errors: readonly GraphQLFormattedError[]): void {
    if (!this.#end()) return
    this.#connection.parts.metrics.failed(errors)
    this.#connection.send(errorMessage(this.quotedId, errors))
  }

  complete(): void {
    if (this.#end()) this.#connection.send(completeMessage(this.quotedId))
  }

  drained(): Promise<void> | undefined {
    return this.#connection.drained()
  }

  /** Ends it without a word: its client said `complete`, or is gone. */
  stop(): void {
    if (!this.#end()) return
    this.#subscription?.stop()
    this.#request?.abort()
  }

  #answer(answer: Answer): void {
    this.next(new SharedResult(answer))
    this.complete()
  }

  #end(): boolean {
    if (this.#ended) return false
    this.#ended = true
    this.#connection.forget(this)
    return true
  }
}
