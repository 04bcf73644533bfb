import type { KeyedStorage } from '../keyedStorage.ts'
import { maxOutgoing, type OutgoingMessage, type Sending } from './outboxState.ts'

/** Gives what was written back from a kept entry, which an older version of the app may have written. Null: not that. */
export type Revive<Content> = (kept: object) => Content | null

/** Keeps what was not sent over a reload. One entry per message, so that tabs don't write over each other's. */
export class OutboxStorage<Content extends object> {
  readonly #storage: KeyedStorage
  readonly #prefix: string
  readonly #revive: Revive<Content>

  constructor(storage: KeyedStorage, userId: string, revive: Revive<Content>) {
    this.#storage = storage
    this.#prefix = `parley.outbox.${userId}.`
    this.#revive = revive
  }

  /** In the order in which they were queued: ids are UUIDs of version 7, which grow with time. */
  load(): OutgoingMessage<Content>[] {
    return this.#keys()
      .sort()
      .slice(0, maxOutgoing)
      .flatMap((key) => this.#read(key))
  }

  /** False when the browser refuses (storage full or switched off): the message is then kept in memory only. */
  save(message: OutgoingMessage<Content>): boolean {
    try {
      this.#storage.setItem(this.#prefix + message.id, JSON.stringify(message))
      return true
    } catch {
      return false
    }
  }

  /** True also where the browser does not say: nothing is dropped for that. */
  has(id: string): boolean {
    try {
      return this.#storage.getItem(this.#prefix + id) !== null
    } catch {
      return true
    }
  }

  remove(id: string): void {
    try {
      this.#storage.removeItem(this.#prefix + id)
    } catch {
      // It is sent once more after a reload, with the same id.
    }
  }

  /** The id of the message that a `storage` event is about; null when it is about something else. */
  idOf(key: string | null): string | null {
    return key?.startsWith(this.#prefix) ? key.slice(this.#prefix.length) : null
  }

  #keys(): string[] {
    try {
      const keys = Array.from({ length: this.#storage.length }, (_, n) => this.#storage.key(n))
      return keys.filter((key) => key !== null).filter((key) => key.startsWith(this.#prefix))
    } catch {
      return []
    }
  }

  #read(key: string): OutgoingMessage<Content>[] {
    try {
      const kept = JSON.parse(this.#storage.getItem(key) ?? 'null') as Partial<Sending> | null
      const content = kept && this.#revive(kept)
      if (!content || !kept?.id || !kept.conversationId || !kept.queuedAt) return []
      const { id, conversationId, queuedAt } = kept
      const isFailed = kept.status === 'failed'
      const problem = isFailed ? (kept.problem ?? null) : null
      const state = { status: isFailed ? 'failed' : 'queued', attempts: 0, problem } as const
      return [{ ...content, id, conversationId, queuedAt, ...state }]
    } catch {
      return []
    }
  }
}
