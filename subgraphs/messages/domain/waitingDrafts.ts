import { Overloaded } from '../../../platform/errors.ts'
import type { Draft } from './draft.ts'

export interface WaitingLimits {
  /** Drafts that may wait in this process. */
  total: number
  /** Drafts that may wait for one conversation, so that a busy one leaves room for the others. */
  perConversation: number
}

/** Told to the senders that are turned away; a full queue empties in less. */
const retryAfterMs = 1_000

/**
 * The drafts that wait to be written, by conversation. A conversation is in one hand at a time: while a batch of its
 * drafts is being written, the others wait, so drafts of one conversation are written in the order of their arrival.
 */
export class WaitingDrafts<D extends { draft: Draft }> {
  readonly #limits: WaitingLimits
  readonly #byConversation = new Map<string, D[]>()
  readonly #held = new Set<string>()
  #size = 0

  constructor(limits: WaitingLimits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#size
  }

  /** @throws Overloaded  as many drafts wait as may */
  add(waiting: D): void {
    const { conversationId } = waiting.draft
    const queue = this.#byConversation.get(conversationId)
    if (this.#size >= this.#limits.total || (queue?.length ?? 0) >= this.#limits.perConversation) {
      throw new Overloaded('Too many messages wait to be stored.', { retryAfterMs })
    }
    if (queue) queue.push(waiting)
    else this.#byConversation.set(conversationId, [waiting])
    this.#size += 1
  }

  /**
   * Takes at most `limit` drafts of conversations that are in nobody's hand, and holds these until `release`. Each gets
   * an equal share before any gets more; one that keeps some waiting goes to the end of the line.
   */
  take(limit: number): D[] {
    const turn = this.#free(limit)
    const batch: D[] = []
    const share = Math.max(1, Math.floor(limit / Math.max(1, turn.length)))
    for (const conversationId of turn) batch.push(...this.#takeFrom(conversationId, share))
    for (const conversationId of turn) batch.push(...this.#takeFrom(conversationId, limit - batch.length))
    for (const conversationId of turn) this.#held.add(conversationId)
    return batch
  }

  /** Lets the conversations of a batch be taken again. */
  release(batch: readonly D[]): void {
    for (const { draft } of batch) this.#held.delete(draft.conversationId)
  }

  #free(limit: number): string[] {
    const free: string[] = []
    for (const conversationId of this.#byConversation.keys()) {
      if (free.length >= limit) break
      if (!this.#held.has(conversationId)) free.push(conversationId)
    }
    return free
  }

  #takeFrom(conversationId: string, count: number): D[] {
    const queue = this.#byConversation.get(conversationId)
    if (!queue || count <= 0) return []
    const taken = queue.splice(0, count)
    this.#size -= taken.length
    this.#byConversation.delete(conversationId)
    if (queue.length > 0) this.#byConversation.set(conversationId, queue)
    return taken
  }
}
