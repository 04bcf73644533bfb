import { v7 as newId } from 'uuid'
import type { ApiError } from '../errors/apiError.ts'
import { errorOf } from '../errors/errorOf.ts'
import type { StorageChange } from '../keyedStorage.ts'
import { backOffMs } from '../realtime/backOff.ts'
import { pause, type OnWake } from '../realtime/wake.ts'
import { tellAll } from '../tellAll.ts'
import {
  isFull,
  nextToSend,
  reduceOutbox,
  type OutboxAction,
  type OutboxState,
  type OutgoingMessage,
} from './outboxState.ts'
import type { OutboxStorage } from './outboxStorage.ts'

/** What an outbox stands on. */
export interface OutboxSurroundings<Content extends object> {
  storage: Pick<OutboxStorage<Content>, 'load' | 'save' | 'has' | 'remove' | 'idOf'>
  /**
   * Resolves once the message is stored by the server. Rejects with whatever the client rejects with. It has to end, as `createApi` does
   * after 15 s: what else was written in the conversation waits for it.
   */
  send(message: OutgoingMessage<Content>): Promise<void>
  /** Runs `task` while no other tab runs one of the same name. */
  exclusive<T>(name: string, task: () => Promise<T>): Promise<T>
  /** When it is worth trying again at once. */
  onWake: OnWake
}

/** An unknown fault may pass; after this many tries the person is asked. */
const triesOfUnknownFault = 4

/**
 * Messages between the moment they are written and the moment their event arrives: sent one after the other in each
 * conversation, again with the same id until the server has answered, and kept over a reload.
 */
export class Outbox<Content extends object> {
  #state: OutboxState<Content>
  readonly #surroundings: OutboxSurroundings<Content>
  readonly #listeners = new Set<() => void>()
  readonly #queuedListeners = new Set<(message: OutgoingMessage<Content>) => void>()
  readonly #sending = new Set<string>()
  /** Saved messages only: where another tab has sent one, its entry is gone. */
  readonly #saved = new Set<string>()
  readonly #stopped = new AbortController()

  constructor(surroundings: OutboxSurroundings<Content>) {
    this.#surroundings = surroundings
    this.#state = surroundings.storage.load()
    for (const { id } of this.#state) this.#saved.add(id)
  }

  /** What waits, in the order in which it was written: the same list until something changed, fit for useSyncExternalStore. */
  readonly current = (): OutboxState<Content> => this.#state

  /** Calls back when it changed; gives what ends that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Tells of what the person has just written. */
  onQueued(listener: (message: OutgoingMessage<Content>) => void): () => void {
    this.#queuedListeners.add(listener)
    return () => this.#queuedListeners.delete(listener)
  }

  /** Sends what an earlier visit left. */
  start(): void {
    for (const conversationId of new Set(this.#state.map((message) => message.conversationId))) {
      void this.#drain(conversationId)
    }
  }

  /** Sends nothing more: somebody else has signed in. What waits is kept. */
  stop(): void {
    this.#stopped.abort()
  }

  /** Queues a message; false when too many wait already. */
  add(conversationId: string, written: Content): boolean {
    if (isFull(this.#state)) return false
    const queuedAt = new Date().toISOString()
    const id = newId()
    const state = { status: 'queued', attempts: 0, problem: null } as const
    const message: OutgoingMessage<Content> = { ...written, id, conversationId, queuedAt, ...state }
    if (this.#surroundings.storage.save(message)) this.#saved.add(id)
    this.#do({ type: 'queue', message })
    tellAll([...this.#queuedListeners].map((listener) => () => listener(message)))
    void this.#drain(conversationId)
    return true
  }

  /** The person wants one that failed to be tried again. */
  retry(id: string): void {
    this.#do({ type: 'retry', id })
    const message = this.#state.find((candidate) => candidate.id === id)
    if (message) void this.#drain(message.conversationId)
  }

  /** Its event is shown, or the person does not want it any more. */
  drop(id: string): void {
    if (!this.#state.some((message) => message.id === id)) return
    this.#forget(id)
    this.#do({ type: 'drop', id })
  }

  /** To be called with the window's `storage` events: what another tab has sent is not ours to show. */
  readonly onStorage = (event: StorageChange): void => {
    const id = this.#surroundings.storage.idOf(event.key)
    if (!id || event.newValue !== null) return
    const message = this.#state.find((candidate) => candidate.id === id)
    this.#saved.delete(id)
    if (message && message.status !== 'sending') this.#do({ type: 'drop', id })
  }

  /** Sends a conversation's messages one by one, until none is left. One drain per conversation, over all tabs. */
  async #drain(conversationId: string): Promise<void> {
    if (this.#sending.has(conversationId)) return
    this.#sending.add(conversationId)
    try {
      await this.#surroundings.exclusive(`parley.outbox.${conversationId}`, async () => {
        for (;;) {
          const next = nextToSend(this.#state, conversationId)
          if (!next || this.#stopped.signal.aborted) return
          await this.#try(next)
        }
      })
    } finally {
      this.#sending.delete(conversationId)
    }
    if (!this.#stopped.signal.aborted && nextToSend(this.#state, conversationId)) void this.#drain(conversationId)
  }

  async #try(message: OutgoingMessage<Content>): Promise<void> {
    const { id, attempts } = message
    const { storage } = this.#surroundings
    if (this.#saved.has(id) && !storage.has(id)) return this.#do({ type: 'drop', id })
    this.#do({ type: 'sending', id })
    try {
      await this.#surroundings.send(message)
      this.#forget(id)
      this.#do({ type: 'sent', id })
    } catch (error) {
      const reason = errorOf(error)
      if (!mayPass(reason, attempts)) return this.#refuse(id, reason)
      this.#do({ type: 'postponed', id })
      const wait = reason.retryAfterMs ?? backOffMs(attempts)
      await pause(wait, this.#surroundings.onWake, this.#stopped.signal)
    }
  }

  #refuse(id: string, reason: ApiError): void {
    this.#do({ type: 'refused', id, problem: reason.message })
    const message = this.#state.find((candidate) => candidate.id === id)
    if (message && this.#saved.has(id)) this.#surroundings.storage.save(message)
  }

  #forget(id: string): void {
    this.#saved.delete(id)
    this.#surroundings.storage.remove(id)
  }

  #do(action: OutboxAction<Content>): void {
    const state = reduceOutbox(this.#state, action)
    if (state === this.#state) return
    this.#state = state
    tellAll(this.#listeners)
  }
}

/** Whether trying again may help. A session that ended is no fault of the message: it waits for the next sign-in. */
const mayPass = ({ retriable, code }: ApiError, attempts: number): boolean =>
  retriable || code === 'UNAUTHENTICATED' || (code === 'INTERNAL' && attempts + 1 < triesOfUnknownFault)
