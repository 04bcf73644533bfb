import { sql } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'
import type { MessageRow } from './messageRow.ts'

const { messages } = tables

/** Messages with `above < seq < below`; the `limit` first or last of them. */
export interface SeqRange {
  above: number
  below: number
  limit: number
  end: 'first' | 'last'
}

/** A row as it comes back, without the hash, which no reader needs. */
export type ReadRow = Omit<MessageRow, 'contentHash'>

/**
 * The same range of several conversations, in one statement: one short read on the clustered key each, joined by UNION
 * ALL, so no conversation's length matters. Rows come in no order.
 */
export async function readRanges(
  queries: Queries,
  conversationIds: readonly string[],
  range: SeqRange,
): Promise<ReadRow[]> {
  const parts = conversationIds.map((conversationId, place) => rangeOf(conversationId, place, range))
  return queries.rows<ReadRow & Record<string, unknown>>(sql.join(parts, sql` union all `))
}

// Each part is a table of its own, because SQLite takes no LIMIT inside a compound select.
const rangeOf = (conversationId: string, place: number, { above, below, limit, end }: SeqRange) => sql`
  select * from (
    select ${messages.conversationId} as ${name('conversationId')}, ${messages.seq} as seq, ${messages.id} as id,
      ${messages.senderId} as ${name('senderId')}, ${messages.clientMessageId} as ${name('clientMessageId')},
      ${messages.text} as text, ${messages.createdAt} as ${name('createdAt')}
    from ${messages}
    where ${messages.conversationId} = ${conversationId} and ${messages.seq} > ${above} and ${messages.seq} < ${below}
    order by ${messages.seq} ${sql.raw(end === 'last' ? 'desc' : 'asc')}
    limit ${sql.raw(String(limit))}
  ) as ${name(`part${place}`)}`

const name = (identifier: string) => sql.identifier(identifier)
