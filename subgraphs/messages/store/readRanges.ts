import { sql } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'
import type { MessageRow } from './messageRow.ts'
import type { Place } from './readPlaces.ts'

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
 * The same range of several conversations, each up to its `lastSeq`, in one statement: one short read on the clustered key
 * each, joined by UNION ALL, so no conversation's length matters. Rows come in no order.
 */
export async function readRanges(queries: Queries, places: readonly Place[], range: SeqRange): Promise<ReadRow[]> {
  const parts = places.map((place, n) => rangeOf(place, n, range))
  return queries.rows<ReadRow & Record<string, unknown>>(sql.join(parts, sql` union all `))
}

// Each part is a table of its own, because SQLite takes no LIMIT inside a compound select.
function rangeOf({ conversationId, lastSeq }: Place, n: number, { above, below, limit, end }: SeqRange) {
  const within = sql`${messages.seq} > ${above} and ${messages.seq} < ${Math.min(below, lastSeq + 1)}`
  return sql`
    select * from (
      select ${messages.conversationId} as ${name('conversationId')}, ${messages.seq} as seq, ${messages.id} as id,
        ${messages.senderId} as ${name('senderId')}, ${messages.clientMessageId} as ${name('clientMessageId')},
        ${messages.text} as text, ${messages.createdAt} as ${name('createdAt')}
      from ${messages}
      where ${messages.conversationId} = ${conversationId} and ${within}
      order by ${messages.seq} ${sql.raw(end === 'last' ? 'desc' : 'asc')}
      limit ${sql.raw(String(limit))}
    ) as ${name(`part${n}`)}`
}

const name = (identifier: string) => sql.identifier(identifier)
