/** Conversations, their members and invites: the conversations database, sharded by conversation id. */
import { index, mysqlTable, primaryKey, varchar } from 'drizzle-orm/mysql-core'
import { ascii, id, integer, timestamp } from '../columns.ts'

export type ConversationKind = 'DIRECT' | 'GROUP'
export type MemberRole = 'OWNER' | 'ADMIN' | 'MEMBER'
export type MemberState = 'ACTIVE' | 'LEFT' | 'REMOVED'

export const conversations = mysqlTable('conversations', {
  id: id('id').primaryKey(),
  kind: ascii('kind', { length: 16 }).$type<ConversationKind>().notNull(),
  /** Null for a direct conversation: clients show the other member's name. */
  title: varchar('title', { length: 120 }),
  createdBy: id('created_by').notNull(),
  createdAt: timestamp('created_at').notNull(),
  /** Members whose state is ACTIVE. Kept under the timeline's lock, so that reading it costs the same at any size. */
  memberCount: integer('member_count').notNull().default(0),
})

/** One row per pair of users who talk directly: its primary key makes two simultaneous creations meet. */
export const directPairs = mysqlTable('direct_pairs', {
  /** Both user ids in ascending order, joined by a colon. */
  pair: ascii('pair', { length: 73 }).primaryKey(),
  conversationId: id('conversation_id').notNull(),
})

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
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.userId] }),
    index('members_user').on(t.userId, t.state, t.conversationId),
    index('members_page').on(t.conversationId, t.state, t.joinedAt, t.userId),
  ],
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
    revokedAt: timestamp('revoked_at'),
  },
  (t) => [index('invites_conversation').on(t.conversationId)],
)
