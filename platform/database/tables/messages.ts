/** Messages: the conversations database, partitioned and clustered so that a page of history is one short range read. */
import { index, mysqlTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/mysql-core'
import { ascii, id, integer, timestamp } from '../columns.ts'

export const messages = mysqlTable(
  'messages',
  {
    conversationId: id('conversation_id').notNull(),
    seq: integer('seq').notNull(),
    id: id('id').notNull(),
    senderId: id('sender_id').notNull(),
    clientMessageId: ascii('client_message_id', { length: 64 }).notNull(),
    /** SHA-256 of the content as sent, base64url: tells a retry from a conflicting reuse (I2). */
    contentHash: ascii('content_hash', { length: 43 }).notNull(),
    text: text('text').notNull(),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.seq] }),
    uniqueIndex('messages_client').on(t.conversationId, t.senderId, t.clientMessageId),
    index('messages_id').on(t.id),
  ],
)
