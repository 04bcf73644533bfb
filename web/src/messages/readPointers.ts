import { errorOf } from '../../../client/apollo/errorOf.ts'
import { backOffMs } from '../../../client/realtime/backOff.ts'
import { pause, type OnWake } from '../../../client/realtime/wake.ts'

export interface ReadPointersSurroundings {
  /** Tells the server. Rejects with whatever the client rejects with. */
  send(conversationId: string, seq: number): Promise<void>
  /** Tells the page at once. */
  onRead(conversationId: string, seq: number): void
  onWake: OnWake
}

/** Whoever scrolls reads many messages in a row: the server is told of the last of them. */
const gatherMs = 400

/**
 * Up to where the viewer has read, on its way to the server: one call at a time for each conversation, and only the newest
 * position. The server's pointer never goes back, so positions of several devices meet there.
 */
export class ReadPointers {
  readonly #surroundings: ReadPointersSurroundings
  /** Not yet told. */
  readonly #waiting = new Map<string, number>()
  readonly #told = new Map<string, number>()
  readonly #sending = new Set<string>()
  readonly #stopped = new AbortController()

  constructor(surroundings: ReadPointersSurroundings) {
    this.#surroundings = surroundings
  }

  /** The viewer has seen the message at `seq`, and so all before it. */
  read(conversationId: string, seq: number): void {
    const known = this.#waiting.get(conversationId) ?? this.#told.get(conversationId) ?? 0
    if (seq <= known || this.#stopped.signal.aborted) return
    this.#waiting.set(conversationId, seq)
    this.#surroundings.onRead(conversationId, seq)
    void this.#drain(conversationId)
  }

  stop(): void {
    this.#stopped.abort()
  }

  async #drain(conversationId: string): Promise<void> {
    if (this.#sending.has(conversationId)) return
    this.#sending.add(conversationId)
    const { signal } = this.#stopped
    await new Promise((resolve) => setTimeout(resolve, gatherMs))
    for (let attempt = 0; this.#waiting.has(conversationId) && !signal.aborted;) {
      if (await this.#tell(conversationId)) attempt = 0
      else await pause(backOffMs(attempt++), this.#surroundings.onWake, signal)
    }
    this.#sending.delete(conversationId)
  }

  /** False where another try may help. */
  async #tell(conversationId: string): Promise<boolean> {
    const seq = this.#waiting.get(conversationId)!
    try {
      await this.#surroundings.send(conversationId, seq)
    } catch (error) {
      const { retriable, code } = errorOf(error)
      if (retriable || code === 'UNAUTHENTICATED') return false
    }
    this.#told.set(conversationId, seq)
    if (this.#waiting.get(conversationId) === seq) this.#waiting.delete(conversationId)
    return true
  }
}
