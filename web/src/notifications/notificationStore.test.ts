import { describe, expect, test } from '@jest/globals'
import {
  NotificationStore,
  type NotificationChange,
  type NotificationItem,
  type Selection,
} from './notificationStore.ts'

const item = (rev: number, more: Partial<NotificationItem> = {}): NotificationItem => ({
  ...{ id: `n${rev}`, rev, kind: 'MENTION', silent: false, createdAt: '2026-01-31T09:30:00.000Z', readAt: null },
  actor: { id: 'ada', name: 'Ada', avatarUrl: null },
  conversation: { id: rev % 2 ? 'odd' : 'even', kind: 'GROUP', title: 'A group' },
  message: null,
  ...more,
})

const message = (seq: number): NotificationItem['message'] => ({
  id: `m${seq}`,
  seq,
  text: '',
  deletedAt: null,
  attachments: [],
})

/** A server that a test speaks for: what it has, whom it was asked to mark, and the stream that it holds. */
function given(revs: number[], { unreadCount = revs.length, pageSize = 3 } = {}) {
  const marked: Selection[] = []
  const streams: { after: number; tell(change: NotificationChange): void; end(): void; isOpen: boolean }[] = []
  const wakers = new Set<() => void>()
  const server = {
    items: revs.map((rev) => item(rev)),
    unreadCount,
    rev: revs[0] ?? 0,
    failures: 0,
    read: {} as Record<string, number>,
    answer: undefined as Promise<void> | undefined,
  }
  const store = new NotificationStore({
    load: async (after) => {
      if (server.failures-- > 0) throw new Error('away')
      const from = after === null ? 0 : Number(after)
      const edges = server.items.slice(from, from + pageSize).map((node) => ({ node }))
      const end = from + pageSize
      const pageInfo = { hasNextPage: end < server.items.length, endCursor: String(end) }
      return { rev: server.rev, unreadCount: server.unreadCount, edges, pageInfo }
    },
    follow: (after, tell, end) => {
      const stream = { after, tell, end, isOpen: true }
      streams.push(stream)
      return () => (stream.isOpen = false)
    },
    markRead: async (selection) => {
      marked.push(selection)
      const { unreadCount } = server
      await server.answer
      return unreadCount
    },
    hasRead: (conversationId, seq) => (server.read[conversationId] ?? 0) >= seq,
    onWake: (listener) => {
      wakers.add(listener)
      return () => wakers.delete(listener)
    },
  })
  const wake = async (until: () => boolean) => {
    while (!until()) {
      for (const waker of [...wakers]) waker()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const unread = () => store.current().items.flatMap(({ rev, readAt }) => (readAt === null ? [rev] : []))
  return {
    store,
    server,
    streams,
    marked,
    wake,
    unread,
    tell: (change: NotificationChange) => streams.at(-1)!.tell(change),
  }
}

const received = (rev: number, unreadCount: number): NotificationChange => ({
  ...{ __typename: 'NotificationReceived', rev, unreadCount },
  notification: item(rev),
})

describe('the notifications of a page', () => {
  test('are the newest page and what comes after its position, each once, however often it is told', async () => {
    const { store, streams, tell } = given([4, 3, 2, 1])
    await store.start()
    expect(store.current()).toMatchObject({ isLoaded: true, hasMore: true, unreadCount: 4 })
    expect(streams.map(({ after }) => after)).toEqual([4])
    tell(received(5, 5))
    tell(received(5, 5))
    await store.loadMore()
    expect(store.current().items.map(({ rev }) => rev)).toEqual([5, 4, 3, 2, 1])
    expect(store.current()).toMatchObject({ hasMore: false, unreadCount: 5 })
  })

  test('show what was read on another device: some, those of a conversation, all up to a position', async () => {
    const { store, unread, tell } = given([3, 2, 1])
    await store.start()
    const read = { __typename: 'NotificationsRead' as const, at: '2026-01-31T10:00:00.000Z' }
    tell({ ...read, rev: 4, unreadCount: 2, notificationIds: ['n2', 'n9'], conversation: null, upToRev: 3 })
    expect([unread(), store.current().unreadCount]).toEqual([[3, 1], 2])
    tell({ ...read, rev: 5, unreadCount: 2, notificationIds: null, conversation: { id: 'even' }, upToRev: 4 })
    expect(unread()).toEqual([3, 1])
    tell({ ...read, rev: 6, unreadCount: 1, notificationIds: null, conversation: null, upToRev: 2 })
    expect([unread(), store.current().unreadCount]).toEqual([[3], 1])
  })

  test('are read at once here, and told to the server once', async () => {
    const { store, server, unread, marked } = given([4, 3, 2, 1], { pageSize: 4 })
    await store.start()
    server.unreadCount = 2
    await store.markRead({ conversationId: 'odd' })
    expect([unread(), store.current().unreadCount]).toEqual([[4, 2], 2])
    await store.markRead({ conversationId: 'odd' })
    server.unreadCount = 0
    await store.markAllRead()
    await store.markAllRead()
    expect(marked).toEqual([{ conversationId: 'odd' }, { all: true, upToRev: 4 }])
    expect(store.current().unreadCount).toBe(0)
  })

  test('are counted as the last change tells, where an answer of before it comes later', async () => {
    const { store, server, tell } = given([2, 1])
    await store.start()
    const { promise, resolve } = Promise.withResolvers<void>()
    Object.assign(server, { answer: promise, unreadCount: 0 })
    const marking = store.markAllRead()
    tell(received(3, 1))
    resolve()
    await marking
    expect(store.current().unreadCount).toBe(1)
  })

  test('are read when they come too late: of a message that was read meanwhile; a reaction to it is news', async () => {
    const { store, server, unread, tell, marked } = given([1])
    await store.start()
    server.read = { even: 7 }
    const received = (rev: number, kind: NotificationItem['kind'], seq: number) =>
      tell({
        __typename: 'NotificationReceived',
        ...{ rev, unreadCount: 2, notification: item(rev, { kind, message: message(seq) }) },
      })
    received(2, 'MENTION', 7)
    received(4, 'MENTION', 8)
    received(6, 'REACTION', 7)
    expect(unread()).toEqual([6, 4, 1])
    expect(marked).toEqual([{ notificationIds: ['n2'] }])
  })

  test('come when the server is there again, and anew where the log no longer reaches back', async () => {
    const { store, server, streams, wake, tell } = given([1])
    server.failures = 2
    void store.start()
    await wake(() => store.current().isLoaded)
    server.items = [item(9)]
    server.rev = 9
    tell({ __typename: 'NotificationsResync', rev: 9, unreadCount: 1 })
    await wake(() => store.current().items[0]?.rev === 9)
    expect(streams.map(({ after, isOpen }) => [after, isOpen])).toEqual([
      [1, false],
      [9, true],
    ])
    streams.at(-1)!.end()
    await wake(() => streams.length === 3)
    store.stop()
    expect(streams.at(-1)!.isOpen).toBe(false)
  })

  test('of a conversation that is opened are marked on the server also where they are on later pages, once', async () => {
    const { store, marked, server } = given([9, 7, 5, 4, 3], { pageSize: 3 })
    await store.start()
    server.unreadCount = 3
    await store.markRead({ conversationId: 'even' })
    expect(marked).toEqual([{ conversationId: 'even' }])
    expect(store.current().unreadCount).toBe(3)
    await store.markRead({ conversationId: 'even' })
    expect(marked).toHaveLength(1)
    await store.markRead({ conversationId: 'odd' })
    expect(marked).toHaveLength(2)
  })
})
