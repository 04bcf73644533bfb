import { Column, getTableColumns, sql, type SQL } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
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

/** Ranges asked for at once whose statements are kept, and the most in one statement that is. */
const KEPT_PARTS = 2_000
const statements = new LRUCache<string, SQL>({
  maxSize: KEPT_PARTS,
  sizeCalculation: (_statement, ends) => ends.length,
})

/**
 * Ranges of any conversations in one statement: one short read on the clustered key each, joined by UNION ALL, so no
 * conversation's length matters. What the user has hidden or cleared is passed over. For each range its rows in ascending order.
 */
export async function readRanges(queries: Queries, asked: readonly RangeOf[]): Promise<ReadRow[][]> {
  const values: Record<string, unknown> = {}
  asked.forEach(({ place, range }, n) => {
    const { conversationId, userId, lastSeq, clearedSeq } = place
    values[`conversation${n}`] = conversationId
    values[`user${n}`] = userId
    values[`above${n}`] = Math.max(range.above, clearedSeq)
    values[`below${n}`] = Math.min(range.below, lastSeq + 1)
    values[`limit${n}`] = range.limit
  })
  const rows = await queries.rows(statementFor(asked), values)
  const byPart = Map.groupBy(rows, ({ part }) => Number(part))
  return asked.map((_, n) => (byPart.get(n) ?? []).map(decoded).sort((a, b) => a.seq - b.seq))
}

/** One statement for all that read as many ranges from the same ends. */
function statementFor(asked: readonly RangeOf[]): SQL {
  const ends = asked.map(({ range }) => (range.end === 'last' ? 'l' : 'f')).join('')
  let statement = statements.get(ends)
  if (!statement) {
    const parts = asked.map(({ range }, n) => partOf(range.end, n))
    statements.set(ends, (statement = sql.join(parts, sql` union all `)))
  }
  return statement
}

// Each part is a table of its own, because SQLite takes no LIMIT inside a compound select.
function partOf(end: SeqRange['end'], n: number): SQL {
  const value = (name: string) => sql.placeholder(`${name}${n}`)
  const within = sql`${messages.seq} > ${value('above')} and ${messages.seq} < ${value('below')}`
  const hidden = sql`select 1 from ${hiddenMessages}
    where ${hiddenMessages.conversationId} = ${messages.conversationId}
    and ${hiddenMessages.userId} = ${value('user')} and ${hiddenMessages.seq} = ${messages.seq}`
  return sql`
    select * from (
      select ${selected}, ${sql.raw(String(n))} as part
      from ${messages}
      where ${messages.conversationId} = ${value('conversation')} and ${within} and not exists (${hidden})
      order by ${messages.seq} ${sql.raw(end === 'last' ? 'desc' : 'asc')}
      limit ${value('limit')}
    ) as ${sql.identifier(`part${n}`)}`
}

const entries = Object.entries(columns)

/** The columns of a message under the names of the row's keys, for a written select; `decoded` takes what comes back. */
export const selected = sql.join(
  entries.map(([key, column]) => sql`${column} as ${sql.identifier(key)}`),
  sql`, `,
)

/** Most columns' values are what the database gives. */
const others = entries.filter(([, column]) => column.mapFromDriverValue !== Column.prototype.mapFromDriverValue)

/** `row` itself, with the values that the columns' types have. */
export function decoded(row: Record<string, unknown>): ReadRow {
  for (const [key, column] of others) {
    const value = row[key]
    if (value !== null) row[key] = column.mapFromDriverValue(value as never)
  }
  return row as unknown as ReadRow
}
