/**
 * What search looks through: the texts of messages that are there, folded (case, accents, width), in a table of its own, because
 * MySQL has no full-text index on a partitioned one. On MySQL it has a FULLTEXT index of pairs of characters (ngram); on
 * SQLite an FTS5 index of triples (trigram) follows it by triggers. Both are written in the migration by hand. Rows from
 * before accents were left out have them until their message is edited: a query looks for its terms both ways.
 */
import { bigint, mysqlTable, uniqueIndex } from 'drizzle-orm/mysql-core'
import { exactText, id, integer, timestamp } from '../columns.ts'

export const messageSearch = mysqlTable(
  'message_search',
  {
    docId: bigint('doc_id', { mode: 'number' }).autoincrement().primaryKey(),
    conversationId: id('conversation_id').notNull(),
    seq: integer('seq').notNull(),
    senderId: id('sender_id').notNull(),
    createdAt: timestamp('created_at').notNull(),
    text: exactText('text').notNull(),
  },
  (t) => [uniqueIndex('message_search_message').on(t.conversationId, t.seq)],
)
