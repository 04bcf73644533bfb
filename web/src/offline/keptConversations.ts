import { del, get, set } from 'idb-keyval'
import type { ConversationState } from '../conversations/applyEvent.ts'
import type { ConversationStore } from '../conversations/conversationStore.ts'
import type { Inbox } from '../conversations/inbox.ts'
import { ConversationRowFragmentDoc, MessagePageFragmentDoc } from '../generated.ts'
import { drop } from '../messages/messageWindow.ts'

export interface Surroundings {
  viewerId: string
  store: Pick<ConversationStore, 'read' | 'recall' | 'subscribe'>
  inbox: Pick<Inbox, 'current' | 'subscribe' | 'recall'>
  /** Where it is kept: a browser's IndexedDB. */
  storage?: {
    get(key: string): Promise<unknown>
    set(key: string, value: unknown): Promise<void>
    del(key: string): Promise<void>
  }
}

interface Kept {
  shape: string
  conversations: ConversationState[]
}

/** Of how many conversations the row is kept, of how many the messages, and how many of those. */
const mostRows = 60
const mostWindows = 12
const mostMessages = 60

/** After a change, this long is waited for others. */
const settleMs = 2_000
/** A page is not held up longer than this by what was kept. */
const patienceMs = 400

/** What was kept by a page that asked for other fields is of no use. */
const shape = [ConversationRowFragmentDoc, MessagePageFragmentDoc].map((part) => JSON.stringify(part).length).join(' ')

/** A browser that gives no database may say so at once: that is a failure as any other. */
const database: NonNullable<Surroundings['storage']> = {
  get: async (key) => get(key),
  set: async (key, value) => set(key, value),
  del: async (key) => del(key),
}

/** Keeps the conversations that were used last, so that a page has something to show before, and without, the network. */
export class KeptConversations {
  readonly #on: Surroundings
  readonly #storage: NonNullable<Surroundings['storage']>
  readonly #key: string
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(surroundings: Surroundings) {
    this.#on = surroundings
    this.#storage = surroundings.storage ?? database
    this.#key = `parley.kept.${surroundings.viewerId}`
  }

  /** Shows what an earlier page has kept, where the server has not answered yet. */
  async recall(): Promise<void> {
    const { store, inbox } = this.#on
    const found = this.#storage.get(this.#key).catch(() => undefined)
    const kept = await Promise.race([found, new Promise((resolve) => setTimeout(resolve, patienceMs))])
    if (!isKept(kept)) return
    store.recall(kept.conversations)
    inbox.recall(kept.conversations.map(({ row }) => row.id))
  }

  /** Keeps what changes, until the function that comes back is called. */
  start(): () => void {
    const later = () => {
      this.#timer ??= setTimeout(() => void this.save(), settleMs)
    }
    const onHide = () => document.visibilityState === 'hidden' && void this.save()
    const forget = [this.#on.store.subscribe(later), this.#on.inbox.subscribe(later)]
    document.addEventListener('visibilitychange', onHide)
    return () => {
      clearTimeout(this.#timer)
      document.removeEventListener('visibilitychange', onHide)
      forget.forEach((each) => each())
    }
  }

  async save(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const states = this.#on.inbox.current().ids.map((id) => this.#on.store.read(id))
    const known = states.filter((state) => state !== null).sort(byActivity)
    if (known.length === 0) return
    const conversations = known.slice(0, mostRows).map((state, index) => cut(state, index < mostWindows))
    // Storage full or switched off: then there is nothing without a network.
    await this.#storage.set(this.#key, { shape, conversations } satisfies Kept).catch(() => {})
  }

  /** Takes all of it away: whoever signs in next on this device has no part in it. */
  async forget(): Promise<void> {
    await this.#storage.del(this.#key).catch(() => {})
  }
}

const byActivity = (one: ConversationState, other: ConversationState): number =>
  other.row.lastActivityAt.localeCompare(one.row.lastActivityAt)

/** Messages are kept where they reach up to the newest: others would have a hole before it. */
const cut = ({ row, timeline }: ConversationState, withMessages: boolean): ConversationState => ({
  row,
  timeline: withMessages && timeline && !timeline.hasLater ? drop(timeline, 'earliest', mostMessages) : null,
})

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'shape' in value && value.shape === shape
