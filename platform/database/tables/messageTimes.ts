/** Messages with a moment of their own: those that expire, and those that wait to be sent. A worker looks here. */
import { index, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core'
import type { ScheduledDraft } from '../../timeline/draftContent.ts'
import { ascii, id, integer, json, timestamp } from '../columns.ts'

/** Messages that will expire. The row goes with the text. */
export const expiries = mysqlTable(
  'expiries',
  {
    conversationId: id('conversation_id').notNull(),
    seq: integer('seq').notNull(),
    expiresAt: timestamp('expires_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.seq] }), index('expiries_due').on(t.expiresAt)],
)

/**
 * WAITING until it is due, SENDING while a worker has it, FAILED when it could not be sent. SENT when it was: without what it said,
 * for some days, so that whoever asks again gets the same answer.
 */
export type ScheduledState = 'WAITING' | 'SENDING' | 'FAILED' | 'SENT'

export const scheduledMessages = mysqlTable(
  'scheduled_messages',
  {
    id: id('id').primaryKey(),
    conversationId: id('conversation_id').notNull(),
    senderId: id('sender_id').notNull(),
    clientMessageId: ascii('client_message_id', { length: 64 }).notNull(),
    draft: json<ScheduledDraft>('draft').notNull(),
    sendAt: timestamp('send_at').notNull(),
    state: ascii('state', { length: 16 }).$type<ScheduledState>().notNull(),
    /** Code of the error that it failed with. */
    failure: ascii('failure', { length: 64 }),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [
    index('scheduled_messages_due').on(t.state, t.sendAt),
    index('scheduled_messages_sender').on(t.senderId, t.sendAt, t.id),
  ],
)
