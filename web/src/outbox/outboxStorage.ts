import { maxOutgoing, plainMessage, type NewMessage, type OutgoingMessage } from './outboxState.ts'

/** Keeps what was not sent over a reload. One entry per message, so that tabs don't write over each other's. */
export class OutboxStorage {
  readonly #storage: Storage
  readonly #prefix: string

  constructor(storage: Storage, userId: string) {
    this.#storage = storage
    this.#prefix = `parley.outbox.${userId}.`
  }

  /** In the order in which they were queued: ids are UUIDs of version 7, which grow with time. */
  load(): OutgoingMessage[] {
    const keys = Object.keys(this.#storage).filter((key) => key.startsWith(this.#prefix))
    return keys
      .sort()
      .slice(0, maxOutgoing)
      .flatMap((key) => this.#read(key))
  }

  /** False when the browser refuses (storage full or switched off): the message is then kept in memory only. */
  save(message: OutgoingMessage): boolean {
    try {
      this.#storage.setItem(this.#prefix + message.id, JSON.stringify(message))
      return true
    } catch {
      return false
    }
  }

  has(id: string): boolean {
    return this.#storage.getItem(this.#prefix + id) !== null
  }

  remove(id: string): void {
    this.#storage.removeItem(this.#prefix + id)
  }

  /** The id of the message that a `storage` event is about; null when it is about something else. */
  idOf(key: string | null): string | null {
    return key?.startsWith(this.#prefix) ? key.slice(this.#prefix.length) : null
  }

  #read(key: string): OutgoingMessage[] {
    try {
      const message = JSON.parse(this.#storage.getItem(key) ?? 'null') as Partial<OutgoingMessage> | null
      if (!message?.id || !message.conversationId || typeof message.text !== 'string' || !message.queuedAt) return []
      const { id, conversationId, queuedAt } = message
      const isFailed = message.status === 'failed'
      const problem = isFailed ? (message.problem ?? null) : null
      const state = { status: isFailed ? 'failed' : 'queued', attempts: 0, problem } as const
      return [{ ...writtenOf(message, message.text), id, conversationId, queuedAt, ...state }]
    } catch {
      return []
    }
  }
}

/** An entry of an older version of this page lacks what came later. */
function writtenOf(kept: Partial<OutgoingMessage>, text: string): NewMessage {
  const { mentions, mentionsEveryone, expireAfterSeconds } = kept
  return {
    ...plainMessage(text),
    replyTo: kept.replyTo?.id && kept.replyTo.sender ? kept.replyTo : null,
    threadRoot: kept.threadRoot?.id && kept.threadRoot.sender ? kept.threadRoot : null,
    mentions: Array.isArray(mentions) ? mentions : [],
    mentionsEveryone: mentionsEveryone === true,
    expireAfterSeconds: typeof expireAfterSeconds === 'number' ? expireAfterSeconds : null,
  }
}
