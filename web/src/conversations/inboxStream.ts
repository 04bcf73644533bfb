import type { Observable, Subscription } from 'rxjs'
import { errorOf } from '../../../client/apollo/errorOf.ts'
import { backOffMs } from '../../../client/realtime/backOff.ts'
import { pause, type OnWake } from '../../../client/realtime/wake.ts'
import type { InboxEventsSubscription } from '../generated.ts'
import type { Outcome } from './applyEvent.ts'
import type { ConversationEvent } from './conversationEvent.ts'
import type { ConversationRow } from './conversationRow.ts'

export type InboxEvent = InboxEventsSubscription['inbox']

export interface InboxStreamSurroundings {
  /** All that happens after a position of the inbox, resumed over lost connections. */
  events(after: string[]): Observable<InboxEvent>
  store: {
    apply(id: string, event: ConversationEvent): Outcome
    readMoved(id: string, readSeq: number, unreadAfter: number): void
    clear(id: string, clearedSeq: number): void
    keep(id: string, own: Partial<Pick<ConversationRow, 'viewerSettings' | 'viewerDraft'>>): void
  }
  readRow(id: string): Promise<ConversationRow>
  takeRow(row: ConversationRow): void
  /** The conversation is one of the viewer's. */
  onJoined(id: string): void
  /** It is no more. */
  onEnded(id: string): void
  onApplied(id: string, event: ConversationEvent): void
  /** The whole inbox has to be read again. */
  onLost(): void
  onWake: OnWake
}

/**
 * Keeps all of the viewer's conversations current by one subscription: each event is applied to what is known of its
 * conversation, and what is not known, or has a gap, is read.
 */
export class InboxStream {
  readonly #on: InboxStreamSurroundings
  readonly #stopped = new AbortController()
  /** Being read; `again` where something has happened meanwhile, `left` where the viewer has left: then what comes is of before. */
  readonly #reading = new Map<string, { again: boolean; left: boolean }>()
  #subscription: Subscription | undefined
  #attempt = 0

  constructor(surroundings: InboxStreamSurroundings) {
    this.#on = surroundings
  }

  listen(position: string): void {
    this.#subscription?.unsubscribe()
    if (this.#stopped.signal.aborted) return
    this.#subscription = this.#on.events([position]).subscribe({
      next: (event) => {
        this.#attempt = 0
        this.#take(event)
      },
      error: () => void this.#beginAnew(),
      complete: () => void this.#beginAnew(),
    })
  }

  stop(): void {
    this.#stopped.abort()
    this.#subscription?.unsubscribe()
  }

  #take(event: InboxEvent): void {
    switch (event.__typename) {
      case 'InboxResyncRequired':
        return this.#on.onLost()
      case 'ConversationJoined':
        return void this.#read(event.conversation.id)
      case 'ConversationLeft':
        return this.#left(event.conversation.id)
      case 'ReadMoved':
        return this.#on.store.readMoved(event.conversation.id, event.readSeq, event.unreadAfter)
      case 'HistoryCleared':
        return this.#on.store.clear(event.conversation.id, event.clearedSeq)
      case 'SettingsChanged':
        return this.#on.store.keep(event.conversation.id, { viewerSettings: event.settings })
      case 'DraftChanged':
        return this.#on.store.keep(event.conversation.id, { viewerDraft: event.draft })
      default:
        return this.#apply(event)
    }
  }

  #apply(event: Extract<InboxEvent, { rev: number }>): void {
    const { id } = event.conversation
    const { kind } = this.#on.store.apply(id, event)
    if (kind === 'applied') this.#on.onApplied(id, event)
    if (kind === 'gap') void this.#read(id)
  }

  #left(id: string): void {
    const reading = this.#reading.get(id)
    if (reading) Object.assign(reading, { again: false, left: true })
    this.#on.onEnded(id)
  }

  async #read(id: string): Promise<void> {
    const before = this.#reading.get(id)
    if (before) return void (before.again = true)
    const reading = { again: false, left: false }
    this.#reading.set(id, reading)
    for (let attempt = 0; !this.#stopped.signal.aborted; attempt++) {
      const row = await this.#on.readRow(id).catch((error: unknown) => errorOf(error))
      if (!(row instanceof Error) && !reading.left) {
        this.#on.takeRow(row)
        this.#on.onJoined(id)
      }
      // Refused: the viewer is no member any more, and an event says so.
      if (row instanceof Error ? !row.retriable : !reading.again) break
      Object.assign(reading, { again: false, left: false })
      if (row instanceof Error) await pause(backOffMs(attempt), this.#on.onWake, this.#stopped.signal)
    }
    this.#reading.delete(id)
  }

  /** A stream that was refused or has ended: where it stood is no place to go on from. */
  async #beginAnew(): Promise<void> {
    await pause(backOffMs(this.#attempt++), this.#on.onWake, this.#stopped.signal)
    if (!this.#stopped.signal.aborted) this.#on.onLost()
  }
}
