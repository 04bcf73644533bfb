/** What belongs to messages: earlier texts, threads, reactions, mentions, pins. Keyed by conversation and `seq`, like them. */
import { index, mysqlTable, primaryKey, text } from 'drizzle-orm/mysql-core'
import { exact, id, integer, timestamp } from '../columns.ts'

/** Texts that edits have replaced. Gone when the message is deleted. */
export const messageEdits = mysqlTable(
  'message_edits',
  {
    conversationId: id('conversation_id').notNull(),
    seq: integer('seq').notNull(),
    /** The version that had this text. */
    version: integer('version').notNull(),
    text: text('text').notNull(),
    /** When this text was written. */
    writtenAt: timestamp('written_at').notNull(),
    /** Position of the event that carries this text. */
    rev: integer('rev').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.seq, t.version] })],
)

/** One row per thread: how far it goes. */
export const threads = mysqlTable(
  'threads',
  {
    conversationId: id('conversation_id').notNull(),
    rootSeq: integer('root_seq').notNull(),
    /** Position of the newest reply, which is also how many there are. */
    lastPos: integer('last_pos').notNull(),
    lastReplyAt: timestamp('last_reply_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.rootSeq] })],
)

/** Which messages stand in a thread, by position. */
export const threadMessages = mysqlTable(
  'thread_messages',
  {
    conversationId: id('conversation_id').notNull(),
    rootSeq: integer('root_seq').notNull(),
    pos: integer('pos').notNull(),
    seq: integer('seq').notNull(),
    senderId: id('sender_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.rootSeq, t.pos] }),
    index('thread_messages_sender').on(t.conversationId, t.rootSeq, t.senderId, t.pos),
  ],
)

/** How far a user has read a thread. */
export const threadReads = mysqlTable(
  'thread_reads',
  {
    conversationId: id('conversation_id').notNull(),
    rootSeq: integer('root_seq').notNull(),
    userId: id('user_id').notNull(),
    readPos: integer('read_pos').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.rootSeq, t.userId] })],
)

export const reactions = mysqlTable(
  'reactions',
  {
    conversationId: id('conversation_id').notNull(),
    seq: integer('seq').notNull(),
    emoji: exact('emoji', { length: 32 }).notNull(),
    userId: id('user_id').notNull(),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.seq, t.emoji, t.userId] })],
)

/** Who is mentioned where: `user_id` is a user, or `*` for everyone. Mentions are counted from here. */
export const mentions = mysqlTable(
  'mentions',
  {
    conversationId: id('conversation_id').notNull(),
    userId: id('user_id').notNull(),
    seq: integer('seq').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.userId, t.seq] })],
)

export const pins = mysqlTable(
  'pins',
  {
    conversationId: id('conversation_id').notNull(),
    seq: integer('seq').notNull(),
    pinnedBy: id('pinned_by').notNull(),
    pinnedAt: timestamp('pinned_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.seq] })],
)

/** Messages that a user has deleted for themself. */
export const hiddenMessages = mysqlTable(
  'hidden_messages',
  {
    conversationId: id('conversation_id').notNull(),
    userId: id('user_id').notNull(),
    seq: integer('seq').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.userId, t.seq] })],
)
