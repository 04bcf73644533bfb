/** Notifications, their log, what users want to be told, and Web Push: the users database, sharded by user id. */
import { boolean, index, mysqlTable, primaryKey, uniqueIndex } from 'drizzle-orm/mysql-core'
import { ascii, id, integer, json, timestamp } from '../columns.ts'

export type NotificationKind = 'MENTION' | 'EVERYONE' | 'REPLY' | 'DIRECT_MESSAGE' | 'ADDED' | 'REACTION'

/** One row per user who was ever notified: the lock under which positions in their notification log are given out. */
export const notificationHeads = mysqlTable('notification_heads', {
  userId: id('user_id').primaryKey(),
  /** Position of the newest change; the next one gets `rev + 1`. */
  rev: integer('rev').notNull(),
  /** How many notifications are not read. */
  unread: integer('unread').notNull(),
})

/** What a user is told of, by reference only: no text of a message is kept here. Also the log's entries of what came in. */
export const notifications = mysqlTable(
  'notifications',
  {
    userId: id('user_id').notNull(),
    /** Position in the user's notification log. */
    rev: integer('rev').notNull(),
    id: id('id').notNull(),
    kind: ascii('kind', { length: 16 }).$type<NotificationKind>().notNull(),
    /** What it is about, once for each user: an event that is handled again makes no second notification. */
    subject: ascii('subject', { length: 80 }).notNull(),
    conversationId: id('conversation_id').notNull(),
    messageId: id('message_id'),
    messageSeq: integer('message_seq'),
    actorId: id('actor_id').notNull(),
    /** It came in do-not-disturb hours. */
    silent: boolean('silent').notNull(),
    /** How many were unread with it. */
    unread: integer('unread').notNull(),
    createdAt: timestamp('created_at').notNull(),
    readAt: timestamp('read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.rev] }),
    uniqueIndex('notifications_id').on(t.id),
    uniqueIndex('notifications_subject').on(t.userId, t.subject),
    index('notifications_unread').on(t.userId, t.readAt, t.rev),
    index('notifications_age').on(t.createdAt),
  ],
)

/** The log's entries of what was read: which ones, by ids or by conversation, up to a position. */
export const notificationReads = mysqlTable(
  'notification_reads',
  {
    userId: id('user_id').notNull(),
    rev: integer('rev').notNull(),
    /** Null: not by ids. */
    notificationIds: json<string[]>('notification_ids'),
    /** Null: of any conversation. */
    conversationId: id('conversation_id'),
    upToRev: integer('up_to_rev').notNull(),
    /** How many are unread after it. */
    unread: integer('unread').notNull(),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.rev] }), index('notification_reads_age').on(t.createdAt)],
)

/** Do-not-disturb hours: minutes of the day in a time zone. An end before the start is on the next day. */
export interface QuietHours {
  start: number
  end: number
  timeZone: string
}

/** What a user wants to be told, and how. No row: the defaults. */
export const notificationSettings = mysqlTable('notification_settings', {
  userId: id('user_id').primaryKey(),
  kinds: json<NotificationKind[]>('kinds').notNull(),
  quietHours: json<QuietHours>('quiet_hours'),
  /** Push only while no device of the user is online. */
  offlineOnly: boolean('offline_only').notNull(),
  /** Push messages may hold names and the text of the message. */
  includeText: boolean('include_text').notNull(),
})

/** Where a user's browsers take push messages: each belongs to the session that registered it, and ends with it. */
export const pushSubscriptions = mysqlTable(
  'push_subscriptions',
  {
    id: id('id').primaryKey(),
    userId: id('user_id').notNull(),
    sessionId: id('session_id').notNull(),
    endpoint: ascii('endpoint', { length: 1000 }).notNull(),
    /** SHA-256 of the endpoint, base64url: a browser has one owner at a time. */
    endpointHash: ascii('endpoint_hash', { length: 43 }).notNull(),
    p256dh: ascii('p256dh', { length: 88 }).notNull(),
    auth: ascii('auth', { length: 24 }).notNull(),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('push_subscriptions_endpoint').on(t.endpointHash),
    index('push_subscriptions_user').on(t.userId),
    index('push_subscriptions_session').on(t.sessionId),
  ],
)

/** Push messages that are still to be sent: references only, the content is made when it goes. */
export const pushQueue = mysqlTable(
  'push_queue',
  {
    id: id('id').primaryKey(),
    userId: id('user_id').notNull(),
    subscriptionId: id('subscription_id').notNull(),
    notificationId: id('notification_id').notNull(),
    attempts: integer('attempts').notNull(),
    /** When it is tried next; while a worker has it, when another may take it. */
    dueAt: timestamp('due_at').notNull(),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [index('push_queue_due').on(t.dueAt), index('push_queue_user').on(t.userId)],
)

/** Mentions of everyone that are still being handed out, and how far: the place of the last member who was told. */
export const notificationSpreads = mysqlTable(
  'notification_spreads',
  {
    messageId: id('message_id').primaryKey(),
    conversationId: id('conversation_id').notNull(),
    messageSeq: integer('message_seq').notNull(),
    actorId: id('actor_id').notNull(),
    /** When it was said. */
    at: timestamp('at').notNull(),
    afterJoinedAt: timestamp('after_joined_at').notNull(),
    afterUserId: ascii('after_user_id', { length: 36 }).notNull(),
    /** While a worker has it, when another may take it. */
    dueAt: timestamp('due_at').notNull(),
  },
  (t) => [index('notification_spreads_due').on(t.dueAt)],
)

/** The key pair by which push services know this installation (VAPID, RFC 8292). One row, made once. */
export const vapidKeys = mysqlTable('vapid_keys', {
  /** Always `vapid`: the primary key makes two processes that begin at once meet. */
  name: ascii('name', { length: 8 }).primaryKey(),
  publicKey: ascii('public_key', { length: 88 }).notNull(),
  privateKey: ascii('private_key', { length: 44 }).notNull(),
  createdAt: timestamp('created_at').notNull(),
})
