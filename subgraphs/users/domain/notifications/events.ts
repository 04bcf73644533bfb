import type { TopicEvent } from '../../../../platform/events/index.ts'
import type { NotificationRow } from '../../store/notifications/notifications.ts'
import type { ReadRow } from '../../store/notifications/reads.ts'

/**
 * The topic of a user's notification log; the same text as `@live(topic:)` gives in the SDL. Payloads are in the shape of the
 * GraphQL types, so that a router answers most selections from them.
 */
export const notificationTopic = (userId: string): string => `notifications:${userId}`

/** What came in, as it was then: unread. */
export const receivedEvent = (row: NotificationRow): TopicEvent => ({
  topic: notificationTopic(row.userId),
  rev: row.rev,
  payload: {
    __typename: 'NotificationReceived',
    rev: row.rev,
    at: toIso(row.createdAt),
    unreadCount: row.unread,
    notification: toNotification({ ...row, readAt: null }),
  },
})

export const readEvent = (row: ReadRow): TopicEvent => ({
  topic: notificationTopic(row.userId),
  rev: row.rev,
  payload: {
    __typename: 'NotificationsRead',
    rev: row.rev,
    at: toIso(row.createdAt),
    unreadCount: row.unread,
    notificationIds: row.notificationIds,
    conversation: row.conversationId === null ? null : conversation(row.conversationId),
    upToRev: row.upToRev,
  },
})

/** Told instead of what the log no longer holds. */
export const resyncEvent = (userId: string, rev: number, unread: number, at: number): TopicEvent => ({
  topic: notificationTopic(userId),
  rev,
  payload: { __typename: 'NotificationsResync', rev, at: toIso(at), unreadCount: unread },
})

/** A notification in the shape of its GraphQL type. */
export const toNotification = (row: NotificationRow) => ({
  __typename: 'Notification' as const,
  id: row.id,
  rev: row.rev,
  kind: row.kind,
  conversation: conversation(row.conversationId),
  message: row.messageId === null ? null : { __typename: 'Message' as const, id: row.messageId },
  messageSeq: row.messageSeq,
  actor: { __typename: 'User' as const, id: row.actorId },
  silent: row.silent,
  createdAt: toIso(row.createdAt),
  readAt: row.readAt === null ? null : toIso(row.readAt),
})
export type NotificationView = ReturnType<typeof toNotification>

const conversation = (id: string) => ({ __typename: 'Conversation' as const, id })

const toIso = (at: number) => new Date(at).toISOString()
