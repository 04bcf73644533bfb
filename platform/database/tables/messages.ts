/** Messages: the conversations database, partitioned and clustered so that a page of history is one short range read. */
import { index, mysqlTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/mysql-core'
import type { MessageExtras } from '../../timeline/messageExtras.ts'
import { ascii, id, integer, json, timestamp } from '../columns.ts'

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
    /** Position of the event that carries the text as it is now; those of earlier texts are in `message_edits`. */
    rev: integer('rev').notNull().default(0),
    /** 1 when sent; each edit, and the deletion, makes it one more. */
    version: integer('version').notNull().default(1),
    editedAt: timestamp('edited_at'),
    /** From here on a tombstone: the text is gone. */
    deletedAt: timestamp('deleted_at'),
    /** Null where nobody did: it expired. */
    deletedBy: id('deleted_by'),
    expiresAt: timestamp('expires_at'),
    /** What most messages do not have. */
    extras: json<MessageExtras>('extras'),
  },
  (t) => [
    primaryKey({ columns: [t.conversationId, t.seq] }),
    uniqueIndex('messages_client').on(t.conversationId, t.senderId, t.clientMessageId),
    index('messages_id').on(t.id),
  ],
)
