/** Conversations, their members and invites: the conversations database, sharded by conversation id. */
import { boolean, index, mysqlTable, primaryKey, text, varchar } from 'drizzle-orm/mysql-core'
import { ascii, id, integer, timestamp } from '../columns.ts'

export type ConversationKind = 'DIRECT' | 'GROUP' | 'CHANNEL' | 'ANNOUNCEMENT'
export type MemberRole = 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST'
export type MemberState = 'ACTIVE' | 'LEFT' | 'REMOVED' | 'BANNED'
export type NotificationLevel = 'ALL' | 'MENTIONS' | 'NONE'

export const conversations = mysqlTable(
  'conversations',
  {
    id: id('id').primaryKey(),
    kind: ascii('kind', { length: 16 }).$type<ConversationKind>().notNull(),
    /** Null for a direct conversation: clients show the other member's name. */
    title: varchar('title', { length: 120 }),
    topic: varchar('topic', { length: 250 }),
    avatarUrl: ascii('avatar_url', { length: 500 }),
    createdBy: id('created_by').notNull(),
    createdAt: timestamp('created_at').notNull(),
    /** Members whose state is ACTIVE. Kept under the timeline's lock, so that reading it costs the same at any size. */
    memberCount: integer('member_count').notNull().default(0),
    /** Of a direct one: one of the two blocks the other, so nobody writes here. Kept under the timeline's lock, like sends. */
    blocked: boolean('blocked').notNull().default(false),
    /** Whether anyone finds it: true for channels that have members. */
    listed: boolean('listed').notNull().default(false),
    /** A channel's title as it is searched: folded, so that case and accents do not matter. */
    titleKey: varchar('title_key', { length: 360 }),
  },
  (t) => [index('conversations_listed').on(t.listed, t.memberCount, t.id)],
)

/** What a creator has called a new conversation: its primary key makes a retry meet the first request. */
export const conversationClaims = mysqlTable(
  'conversation_claims',
  {
    creatorId: id('creator_id').notNull(),
    clientGroupId: ascii('client_group_id', { length: 64 }).notNull(),
    /** SHA-256 of what was asked for, base64url: tells a retry from a conflicting reuse. */
    contentHash: ascii('content_hash', { length: 43 }).notNull(),
    conversationId: id('conversation_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.creatorId, t.clientGroupId] })],
)

/** One row per pair of users who talk directly: its primary key makes two simultaneous creations meet. */
export const directPairs = mysqlTable('direct_pairs', {
  /** Both user ids in ascending order, joined by a colon. */
  pair: ascii('pair', { length: 73 }).primaryKey(),
  conversationId: id('conversation_id').notNull(),
})

/**
 * Who blocks whom, as far as they may talk directly or see each other type: a row for each block, also before there is a conversation. The users
 * database says who blocks whom; it is told here before a block is acknowledged, so that sends need not ask there.
 */
export const directBlocks = mysqlTable(
  'direct_blocks',
  {
    /** As in direct_pairs. */
    pair: ascii('pair', { length: 73 }).notNull(),
    blockerId: id('blocker_id').notNull(),
    /** The other one of the pair. */
    blockedId: id('blocked_id').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.pair, t.blockerId] }),
    index('direct_blocks_blocker').on(t.blockerId, t.blockedId),
    index('direct_blocks_blocked').on(t.blockedId, t.blockerId),
  ],
)

/** Kept when a member leaves, so that history can name them and a return is told from a first visit. */
export const members = mysqlTable(
  'members',
  {
    conversationId: id('conversation_id').notNull(),
    userId: id('user_id').notNull(),
    role: ascii('role', { length: 16 }).$type<MemberRole>().notNull(),
    state: ascii('state', { length: 16 }).$type<MemberState>().notNull(),
    joinedAt: timestamp('joined_at').notNull(),
    /** The conversation's last `seq` when they joined: unread is counted from here. */
    joinedSeq: integer('joined_seq').notNull(),
    /** How far they have read, and how far it has reached a device of theirs: a `seq`, 0 for nothing. */
    readSeq: integer('read_seq').notNull().default(0),
    deliveredSeq: integer('delivered_seq').notNull().default(0),
    /** `seq` of their own newest message here, written with it: what they wrote themselves is never unread to them. */
    ownSeq: integer('own_seq').notNull().default(0),
    /** They have cleared what stands up to this `seq` from their own view. */
    clearedSeq: integer('cleared_seq').notNull().default(0),
    /** Grows with each change of what follows. Stands before it: MySQL sets columns in this order, and it looks at what they were. */
    settingsVersion: integer('settings_version').notNull().default(0),
    /** Null: never muted. In the past: no longer. */
    mutedUntil: timestamp('muted_until'),
    pinned: boolean('pinned').notNull().default(false),
    archived: boolean('archived').notNull().default(false),
    markedUnread: boolean('marked_unread').notNull().default(false),
    notificationLevel: ascii('notification_level', { length: 16 }).$type<NotificationLevel>().notNull().default('ALL'),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.userId] }),
    index('members_user').on(t.userId, t.state, t.conversationId),
    index('members_page').on(t.conversationId, t.state, t.joinedAt, t.userId),
  ],
)

/** What a member has begun to write. Apart from the members, whose rows every send reads. */
export const drafts = mysqlTable(
  'drafts',
  {
    conversationId: id('conversation_id').notNull(),
    userId: id('user_id').notNull(),
    text: text('text').notNull(),
    updatedAt: timestamp('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.userId] })],
)

export const invites = mysqlTable(
  'invites',
  {
    /** 128 random bits, base64url: whoever has it may join. */
    code: ascii('code', { length: 22 }).primaryKey(),
    conversationId: id('conversation_id').notNull(),
    createdBy: id('created_by').notNull(),
    createdAt: timestamp('created_at').notNull(),
    expiresAt: timestamp('expires_at'),
    maxUses: integer('max_uses'),
    uses: integer('uses').notNull(),
    /** What those who join with it become. */
    role: ascii('role', { length: 16 }).$type<'MEMBER' | 'GUEST'>().notNull().default('MEMBER'),
    revokedAt: timestamp('revoked_at'),
  },
  (t) => [index('invites_conversation').on(t.conversationId)],
)
