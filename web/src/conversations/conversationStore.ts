import type { ApolloCache } from '@apollo/client/cache'
import {
  ConversationRowFragmentDoc,
  ConversationTimelineFragmentDoc,
  type ConversationSnapshotQuery,
  type MessagePageFragment,
} from '../generated.ts'
import { prependPage, trimToNewest } from '../messages/appendMessage.ts'
import { hide } from '../messages/changeMessage.ts'
import {
  applyEvent,
  changeMessagesOf,
  type ConversationEvent,
  type ConversationRow,
  type ConversationState,
  type Outcome,
} from './applyEvent.ts'

export type Snapshot = ConversationSnapshotQuery['conversation']

const row = { fragment: ConversationRowFragmentDoc, fragmentName: 'ConversationRow' }
const timeline = { fragment: ConversationTimelineFragmentDoc, fragmentName: 'ConversationTimeline' }

/**
 * Conversations as they stand in Apollo's cache. Whatever is cached of a conversation is its state at `rev`, because
 * only three things write there: a row seen for the first time, a whole snapshot, and the next event.
 */
export class ConversationStore {
  readonly #cache: ApolloCache
  readonly #viewerId: string

  constructor(cache: ApolloCache, viewerId: string) {
    this.#cache = cache
    this.#viewerId = viewerId
  }

  read(id: string): ConversationState | null {
    const from = this.#idOf(id)
    const found = this.#cache.readFragment({ ...row, id: from })
    if (!found) return null
    return { row: found, timeline: this.#cache.readFragment({ ...timeline, id: from })?.messages ?? null }
  }

  /** Takes a row of the inbox, unless the conversation is known: its events are newer, or bring it up to date. */
  addRow(found: ConversationRow): void {
    if (!this.read(found.id)) this.#write({ row: found, timeline: null })
  }

  /** Takes a row of a conversation that nobody follows at the moment, if it is newer than what is known. */
  refreshRow(found: ConversationRow): void {
    const known = this.read(found.id)
    if (!known || known.row.rev < found.rev) this.#write({ row: found, timeline: null })
  }

  /** A snapshot takes the place of all that was known. A timeline that it lacks would have a hole, so it goes. */
  replace({ messages, ...found }: Snapshot): void {
    this.#write({ row: found, timeline: messages ?? null })
  }

  apply(id: string, event: ConversationEvent): Outcome {
    const state = this.read(id)
    if (!state) return { kind: 'gap' }
    const outcome = applyEvent(state, event, this.#viewerId)
    if (outcome.kind === 'applied') this.#write(outcome.state)
    return outcome
  }

  /** Takes a message that the viewer deleted for themself out of sight: no event tells of it. */
  hideMessage(id: string, messageId: string): void {
    const state = this.read(id)
    if (state) this.#write(changeMessagesOf(state, hide(messageId)))
  }

  addEarlier(id: string, page: MessagePageFragment): void {
    this.#changeTimeline(id, (known) => prependPage(known, page))
  }

  trim(id: string, count: number): void {
    this.#changeTimeline(id, (known) => trimToNewest(known, count))
  }

  forget(id: string): void {
    this.#cache.evict({ id: this.#idOf(id) })
  }

  #changeTimeline(id: string, change: (known: MessagePageFragment) => MessagePageFragment): void {
    const state = this.read(id)
    if (!state?.timeline) return
    const changed = change(state.timeline)
    if (changed !== state.timeline) this.#write({ ...state, timeline: changed })
  }

  #write(state: ConversationState): void {
    const id = this.#idOf(state.row.id)
    this.#cache.batch({
      update: (cache) => {
        cache.writeFragment({ ...row, id, data: state.row })
        if (state.timeline) {
          cache.writeFragment({ ...timeline, id, data: { id: state.row.id, messages: state.timeline } })
        } else cache.evict({ id, fieldName: 'messages' })
      },
    })
  }

  #idOf(id: string): string {
    return `Conversation:${id}`
  }
}
