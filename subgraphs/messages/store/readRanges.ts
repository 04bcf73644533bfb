import { getTableColumns, sql } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'
import type { ReadRow } from './messageRow.ts'
import type { Place } from './readPlaces.ts'

const { hiddenMessages, messages } = tables
const columns = Object.fromEntries(Object.entries(getTableColumns(messages)).filter(([key]) => key !== 'contentHash'))

/** Messages with `above < seq < below`; the `limit` first or last of them. */
export interface SeqRange {
  above: number
  below: number
  limit: number
  end: 'first' | 'last'
}

/** A range of one conversation, up to its `lastSeq`. */
export interface RangeOf {
  place: Place
  range: SeqRange
}

/**
 * Ranges of any conversations in one statement: one short read on the clustered key each, joined by UNION ALL, so no
 * conversation's length matters. What the user has hidden or cleared is passed over. For each range its rows in ascending order.
 */
export async function readRanges(queries: Queries, asked: readonly RangeOf[]): Promise<ReadRow[][]> {
  const parts = asked.map((one, n) => rangeOf(one, n))
  const rows = await queries.rows(sql.join(parts, sql` union all `))
  const byPart = Map.groupBy(rows, ({ part }) => Number(part))
  return asked.map((_, n) => (byPart.get(n) ?? []).map(decoded).sort((a, b) => a.seq - b.seq))
}

// Each part is a table of its own, because SQLite takes no LIMIT inside a compound select.
function rangeOf({ place, range }: RangeOf, n: number) {
  const { conversationId, userId, lastSeq, clearedSeq } = place
  const { above, below, limit, end } = range
  const within = sql`${messages.seq} > ${Math.max(above, clearedSeq)} and ${messages.seq} < ${Math.min(below, lastSeq + 1)}`
  const hidden = sql`select 1 from ${hiddenMessages}
    where ${hiddenMessages.conversationId} = ${messages.conversationId}
    and ${hiddenMessages.userId} = ${userId} and ${hiddenMessages.seq} = ${messages.seq}`
  return sql`
    select * from (
      select ${selected}, ${sql.raw(String(n))} as part
      from ${messages}
      where ${messages.conversationId} = ${conversationId} and ${within} and not exists (${hidden})
      order by ${messages.seq} ${sql.raw(end === 'last' ? 'desc' : 'asc')}
      limit ${sql.raw(String(limit))}
    ) as ${sql.identifier(`part${n}`)}`
}

/** The columns of a message under the names of the row's keys, for a written select; `decoded` takes what comes back. */
export const selected = sql.join(
  Object.entries(columns).map(([key, column]) => sql`${column} as ${sql.identifier(key)}`),
  sql`, `,
)

export const decoded = (row: Record<string, unknown>): ReadRow =>
  Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [
      key,
      row[key] === null ? null : column.mapFromDriverValue(row[key] as never),
    ]),
  ) as unknown as ReadRow
