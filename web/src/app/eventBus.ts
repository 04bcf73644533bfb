import type { ConversationEvent } from '../conversations/conversationEvent.ts'

/** What happened in a followed conversation, for those who do more than show the cache (announce, refetch, leave). */
export type ChatEvent =
  | { kind: 'applied'; conversationId: string; event: ConversationEvent }
  /** The viewer has deleted a message for themselves. */
  | { kind: 'hidden'; conversationId: string; messageId: string }
  | { kind: 'ended'; conversationId: string }
  /** It is one of the viewer's, as it may be again after it had ended. */
  | { kind: 'joined'; conversationId: string }

export class EventBus {
  readonly #listeners = new Set<(event: ChatEvent) => void>()

  emit(event: ChatEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }

  subscribe(listener: (event: ChatEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
