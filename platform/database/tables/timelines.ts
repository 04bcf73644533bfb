/** The change log of every conversation, its head, and the outbox. Partitioned like messages. */
import { index, mysqlTable, primaryKey } from 'drizzle-orm/mysql-core'
import type { StoredPayload } from '../../timeline/events.ts'
import { ascii, id, integer, json, timestamp } from '../columns.ts'

/** The head of a conversation's log. Its row is the lock under which positions are given out. */
export const timelines = mysqlTable('timelines', {
  conversationId: id('conversation_id').primaryKey(),
  /** Position of the newest event; the next one gets `rev + 1`. */
  rev: integer('rev').notNull(),
  /** `seq` of the newest message. */
  lastSeq: integer('last_seq').notNull(),
  /** Events up to and including this position have been dropped; a reader that is behind it must resync. */
  floorRev: integer('floor_rev').notNull(),
  lastActivityAt: timestamp('last_activity_at').notNull(),
})

export const events = mysqlTable(
  'events',
  {
    conversationId: id('conversation_id').notNull(),
    rev: integer('rev').notNull(),
    type: ascii('type', { length: 40 }).notNull(),
    payload: json<StoredPayload>('payload').notNull(),
    /** The viewers whose subscriptions end with this event (removed, left). */
    endsFor: json<string[]>('ends_for'),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.rev] })],
)

/** Points at events that are committed but not yet known to be in the event log. */
export const outbox = mysqlTable(
  'outbox',
  {
    conversationId: id('conversation_id').notNull(),
    rev: integer('rev').notNull(),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.rev] }), index('outbox_age').on(t.createdAt)],
)
