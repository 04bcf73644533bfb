import { backOffMs } from '../../../client/realtime/backOff.ts'
import { pause, type OnWake } from '../../../client/realtime/wake.ts'
import type { NotificationItemFragment, NotificationReceivedSubscription, NotificationsQuery } from './generated.ts'

export type NotificationItem = NotificationItemFragment
export type NotificationPage = NotificationsQuery['notifications']
export type NotificationChange = NotificationReceivedSubscription['notificationReceived']

export interface NotificationState {
  /** Newest first. */
  items: readonly NotificationItem[]
  unreadCount: number
  isLoaded: boolean
  hasMore: boolean
}

/** Which ones to mark as read. */
export type Selection = { notificationIds: string[] } | { conversationId: string } | { all: true; upToRev: number }

export interface NotificationSurroundings {
  load(after: string | null): Promise<NotificationPage>
  /** Follows the changes after a position, over lost connections, until what comes back is called. */
  follow(after: number, onChange: (change: NotificationChange) => void, onEnd: () => void): () => void
  markRead(selection: Selection): Promise<number>
  /** Whether the viewer has read the conversation up to `seq`, as far as this page knows. */
  hasRead(conversationId: string, seq: number): boolean
  onWake: OnWake
}

const endedMs = 5_000

/** Whoever has read the message knows what they tell. A reaction to it is news all the same. */
const aboutReading: readonly NotificationItem['kind'][] = ['MENTION', 'EVERYONE', 'REPLY', 'DIRECT_MESSAGE']

/** The viewer's notifications: the newest page and what came since, and how many are unread. */
export class NotificationStore {
  #state: NotificationState = { items: [], unreadCount: 0, isLoaded: false, hasMore: false }
  #rev = 0
  #cursor: string | null = null
  #unfollow = () => {}
  /** Of these conversations none is unread but such as came since, and those are here. */
  readonly #opened = new Set<string>()
  readonly #listeners = new Set<() => void>()
  readonly #stopped = new AbortController()
  readonly #surroundings: NotificationSurroundings

  constructor(surroundings: NotificationSurroundings) {
    this.#surroundings = surroundings
  }

  readonly current = (): NotificationState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads the newest ones, again and again until they come, and follows what comes after them. */
  async start(): Promise<void> {
    this.#unfollow()
    for (let attempt = 0; !this.#stopped.signal.aborted; attempt++) {
      const page = await this.#surroundings.load(null).catch(() => null)
      if (this.#stopped.signal.aborted) return
      if (page) return this.#begin(page)
      await pause(backOffMs(attempt), this.#surroundings.onWake, this.#stopped.signal)
    }
  }

  stop(): void {
    this.#stopped.abort()
    this.#unfollow()
  }

  async loadMore(): Promise<void> {
    const page = await this.#surroundings.load(this.#cursor)
    const known = new Set(this.#state.items.map(({ id }) => id))
    const older = page.edges.map(({ node }) => node).filter(({ id }) => !known.has(id))
    this.#cursor = page.pageInfo.endCursor
    this.#set({ items: [...this.#state.items, ...older], hasMore: page.pageInfo.hasNextPage })
  }

  /** Marks them here at once, and on the server; where that fails the next change sets the count right. */
  async markRead(selection: Selection): Promise<void> {
    const isMeant = meant(selection)
    const read = this.#state.items.filter((item) => item.readAt === null && isMeant(item))
    const isAll = 'all' in selection
    if (read.length === 0 && !this.#mayMeanOthers(selection)) return
    if ('conversationId' in selection) this.#opened.add(selection.conversationId)
    this.#mark(isMeant, new Date().toISOString(), isAll ? 0 : this.#state.unreadCount - read.length)
    const before = this.#rev
    const unreadCount = await this.#surroundings.markRead(selection)
    // What has happened since brought a count of its own, and this mark's will be told too.
    if (before === this.#rev) this.#set({ unreadCount })
  }

  /** All that are shown, or would be on the pages after them. */
  markAllRead(): Promise<void> {
    return this.markRead({ all: true, upToRev: this.#rev })
  }

  /** Are there unread ones on pages that are not here, which the selection may mean too? */
  #mayMeanOthers(selection: Selection): boolean {
    const { items, unreadCount } = this.#state
    if (items.filter(({ readAt }) => readAt === null).length >= unreadCount || 'notificationIds' in selection)
      return false
    return 'all' in selection || !this.#opened.has(selection.conversationId)
  }

  #begin(page: NotificationPage): void {
    this.#opened.clear()
    this.#rev = page.rev
    this.#cursor = page.pageInfo.endCursor
    this.#set({
      items: page.edges.map(({ node }) => node),
      unreadCount: page.unreadCount,
      hasMore: page.pageInfo.hasNextPage,
      isLoaded: true,
    })
    this.#unfollow = this.#surroundings.follow(
      page.rev,
      (change) => this.#take(change),
      () => void this.#startAgain(),
    )
  }

  /** The stream has ended for good: not at once, for it may end again. */
  async #startAgain(): Promise<void> {
    await pause(endedMs, this.#surroundings.onWake, this.#stopped.signal)
    await this.start()
  }

  #take(change: NotificationChange): void {
    this.#rev = change.rev
    if (change.__typename === 'NotificationReceived') {
      const { notification } = change
      const others = this.#state.items.filter(({ id }) => id !== notification.id)
      this.#set({ items: [notification, ...others], unreadCount: change.unreadCount })
      if (this.#isKnown(notification)) void this.markRead({ notificationIds: [notification.id] }).catch(() => {})
    } else if (change.__typename === 'NotificationsRead') {
      const { notificationIds: ids, conversation, upToRev } = change
      const isMeant = (item: NotificationItem) =>
        item.rev <= upToRev &&
        (ids === null || ids.includes(item.id)) &&
        (conversation === null || item.conversation?.id === conversation.id)
      this.#mark(isMeant, change.at, change.unreadCount)
    } else void this.start()
  }

  /** It was on its way while its message was read. */
  #isKnown({ kind, conversation, message, readAt }: NotificationItem): boolean {
    if (readAt !== null || !conversation || !message || !aboutReading.includes(kind)) return false
    return this.#surroundings.hasRead(conversation.id, message.seq)
  }

  #mark(isMeant: (item: NotificationItem) => boolean, readAt: string, unreadCount: number): void {
    const items = this.#state.items.map((item) => (item.readAt === null && isMeant(item) ? { ...item, readAt } : item))
    this.#set({ items, unreadCount: Math.max(0, unreadCount) })
  }

  #set(change: Partial<NotificationState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of [...this.#listeners]) listener()
  }
}

const meant =
  (selection: Selection) =>
  (item: NotificationItem): boolean => {
    if ('all' in selection) return item.rev <= selection.upToRev
    if ('conversationId' in selection) return item.conversation?.id === selection.conversationId
    return selection.notificationIds.includes(item.id)
  }
