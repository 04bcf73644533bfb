import type { ApolloCache } from '@apollo/client/cache'
import { ConversationRowFragmentDoc, type ConversationSnapshotQuery, type MessageRunQuery } from '../generated.ts'
import { changeMessages, clearUpTo, drop, toWindow, type MessageWindow } from '../messages/messageWindow.ts'
import { hide, type MessageChange } from '../messages/changeMessage.ts'
import { applyEvent, applyToWindow, readUpTo, type ConversationState, type Outcome } from './applyEvent.ts'
import type { ConversationEvent } from './conversationEvent.ts'
import type { ConversationRow } from './conversationRow.ts'
import { newerOwn } from './newerOwn.ts'
import { readOn } from './unread.ts'

export type Snapshot = ConversationSnapshotQuery['conversation']
export type Run = MessageRunQuery['conversation']

const fragment = { fragment: ConversationRowFragmentDoc, fragmentName: 'ConversationRow' }

/** Conversations whose messages are kept, and how many of each, while they are not on the screen. */
const restingWindows = 20
const restingMessages = 100

/** Events remembered of each conversation, for what was read before them and arrives after them. */
const remembered = 200

/**
 * Conversations as this page knows them: their rows in Apollo's cache, their messages as windows beside it. Both are the
 * state at `row.rev`, because only these write there: a row seen for the first time, a whole snapshot, a run of messages
 * that is brought up to `rev` first, and the next event.
 */
export class ConversationStore {
  readonly #cache: ApolloCache
  readonly #viewerId: string
  readonly #windows = new Map<string, MessageWindow>()
  readonly #recent = new Map<string, ConversationEvent[]>()
  /** Kept from an earlier visit, and not yet brought up to date. */
  readonly #old = new Set<string>()
  /** When the newest draft that was known of each was written. */
  readonly #draftsAt = new Map<string, string>()
  readonly #listeners = new Set<() => void>()

  constructor(cache: ApolloCache, viewerId: string) {
    this.#cache = cache
    this.#viewerId = viewerId
  }

  read(id: string): ConversationState | null {
    const row = this.#cache.readFragment({ ...fragment, id: idOf(id) })
    return row && { row, timeline: this.window(id) }
  }

  /** The messages of a conversation; null while it was not opened. The same object until they change. */
  window(id: string): MessageWindow | null {
    return this.#windows.get(id) ?? null
  }

  isOld(id: string): boolean {
    return this.#old.has(id)
  }

  /** Takes what an earlier visit has kept: to be shown until the server has been asked. */
  recall(kept: readonly ConversationState[]): void {
    for (const state of kept) {
      if (this.read(state.row.id)) continue
      this.#write(state)
      this.#old.add(state.row.id)
    }
  }

  /** Tells of every change of a window. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Takes a row of the inbox, unless the conversation is known: its events are newer, or bring it up to date. What the
   * viewer has read is no event: that is taken from wherever it is newer.
   */
  addRow(found: ConversationRow): void {
    if (!this.read(found.id)) this.#write({ row: found, timeline: null })
    else this.#takeOwn(found)
  }

  /** Takes a row of a conversation that nobody follows at the moment, if it is newer than what is known. */
  refreshRow(found: ConversationRow): void {
    const known = this.read(found.id)
    this.#old.delete(found.id)
    if (!known || known.row.rev < found.rev) this.#write({ row: this.#newer(found), timeline: null })
    else this.#takeOwn(found)
  }

  /** A snapshot takes the place of all that was known. A timeline that it lacks would have a hole, so it goes. */
  replace({ messages, ...row }: Snapshot): void {
    this.#recent.delete(row.id)
    this.#old.delete(row.id)
    this.#write({ row: this.#newer(row), timeline: messages ? toWindow(messages) : null })
  }

  apply(id: string, event: ConversationEvent): Outcome {
    const state = this.read(id)
    if (!state) return { kind: 'gap' }
    const outcome = applyEvent(state, event, this.#viewerId)
    if (outcome.kind !== 'applied') return outcome
    this.#recent.set(id, [...(this.#recent.get(id) ?? []).slice(1 - remembered), event])
    this.#write(outcome.state)
    return outcome
  }

  /**
   * A run of messages as it stands at the conversation's `rev`; null where it was read so long ago that it has to be read
   * again, unless `orAsRead`. Events that the run tells of already change nothing.
   */
  current({ id, rev, messages }: Run, { orAsRead = false } = {}): MessageWindow | null {
    const known = this.read(id)?.row.rev ?? rev
    const missed = (this.#recent.get(id) ?? []).filter((event) => event.rev > rev)
    if (missed.length < known - rev && !orAsRead) return null
    return missed.reduce((window, event) => applyToWindow(window, event, this.#viewerId), toWindow(messages))
  }

  /** Shows a run that is as the conversation stands (`current`), whatever was shown before. */
  show(id: string, run: MessageWindow): void {
    if (this.read(id)) this.#setWindow(id, run)
  }

  /** Puts another window in the place of the one that is shown, if one is. */
  changeWindow(id: string, change: (window: MessageWindow) => MessageWindow): void {
    const window = this.#windows.get(id)
    if (window) this.#setWindow(id, change(window))
  }

  /** For what no event tells of: the viewer's own view of a message. */
  changeMessages(id: string, change: MessageChange): void {
    this.changeWindow(id, (window) => changeMessages(window, change))
  }

  /** The viewer has deleted a message for themselves: it is gone here, and in the line of the inbox. */
  hide(id: string, messageId: string): void {
    this.changeMessages(id, hide(messageId))
    const row = this.read(id)?.row
    if (row?.lastMessage?.id !== messageId) return
    this.#writeRow({ ...row, lastMessage: { ...row.lastMessage, hiddenForMe: true } })
  }

  /** The viewer has read everything up to `seq`. The pointer never goes back. */
  markRead(id: string, seq: number): void {
    const row = this.read(id)?.row
    if (!row?.viewerMember || seq <= row.viewerMember.readSeq) return
    this.#writeRow({ ...row, ...readUpTo(row, seq, row.lastMessage?.seq ?? seq) })
  }

  /** The viewer has read on somewhere, or cleared what was before: neither value goes back. */
  readMoved(id: string, readSeq: number, unreadAfter: number): void {
    this.markRead(id, readSeq)
    const row = this.read(id)?.row
    if (row && unreadAfter > row.unreadAfter) this.#writeRow({ ...row, ...readOn(row, unreadAfter) })
  }

  /** The viewer wants to see nothing up to `clearedSeq` any more, and has nothing unread there. */
  clear(id: string, clearedSeq: number): void {
    this.changeWindow(id, (window) => clearUpTo(window, clearedSeq))
    this.readMoved(id, 0, clearedSeq)
    const row = this.read(id)?.row
    if (row?.lastMessage && row.lastMessage.seq <= clearedSeq) this.#writeRow({ ...row, lastMessage: null })
  }

  /** How the viewer keeps the conversation, which nobody else sees and no event of the conversation tells. */
  keep(id: string, own: Partial<Pick<ConversationRow, 'viewerSettings' | 'viewerDraft'>>): void {
    const row = this.read(id)?.row
    if (row) this.#writeRow({ ...row, ...own })
  }

  /** The conversation is no longer on the screen: its newest messages stay, for a while. */
  rest(id: string): void {
    const window = this.window(id)
    if (!window) return
    this.#windows.delete(id)
    if (!window.hasLater) this.#windows.set(id, drop(window, 'earliest', restingMessages))
    const [oldest] = this.#windows.keys()
    if (this.#windows.size > restingWindows && oldest !== undefined && oldest !== id) this.#windows.delete(oldest)
  }

  forget(id: string): void {
    this.#setWindow(id, null)
    this.#cache.evict({ id: idOf(id) })
  }

  #newer(found: ConversationRow): ConversationRow {
    return newerOwn(this.read(found.id)?.row ?? null, found, this.#draftsAt.get(found.id) ?? '')
  }

  #takeOwn(found: ConversationRow): void {
    const { id, viewerMember, unreadAfter, viewerSettings, viewerDraft } = this.#newer(found)
    this.readMoved(id, viewerMember?.readSeq ?? 0, unreadAfter)
    this.keep(id, { viewerSettings, viewerDraft })
  }

  #write({ row, timeline }: ConversationState): void {
    this.#writeRow(row)
    this.#setWindow(row.id, timeline)
  }

  #writeRow(row: ConversationRow): void {
    const { updatedAt = '' } = row.viewerDraft ?? {}
    if (updatedAt > (this.#draftsAt.get(row.id) ?? '')) this.#draftsAt.set(row.id, updatedAt)
    this.#cache.writeFragment({ ...fragment, id: idOf(row.id), data: row })
  }

  #setWindow(id: string, window: MessageWindow | null): void {
    if (window === this.window(id)) return
    if (window) this.#windows.set(id, window)
    else this.#windows.delete(id)
    for (const listener of [...this.#listeners]) listener()
  }
}

const idOf = (id: string): string => `Conversation:${id}`
