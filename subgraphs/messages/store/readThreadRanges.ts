import { sql } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'
import type { ReadRow } from './messageRow.ts'
import { decoded, selected, type SeqRange } from './readRanges.ts'
import type { ThreadRow } from './threads.ts'

const { hiddenMessages, members, messages, threadMessages } = tables

/**
 * The same range of several threads, by position in the thread, each up to its `lastPos`, in one statement. What the user
 * has hidden or cleared is passed over. Rows come in no order.
 */
export async function readThreadRanges(
  queries: Queries,
  userId: string,
  threads: readonly ThreadRow[],
  range: SeqRange,
): Promise<ReadRow[]> {
  const parts = threads.map((thread, n) => rangeOf(thread, n, userId, range))
  return (await queries.rows(sql.join(parts, sql` union all `))).map(decoded)
}

function rangeOf(thread: ThreadRow, n: number, userId: string, { above, below, limit, end }: SeqRange) {
  const { conversationId, pos, rootSeq, seq } = threadMessages
  const hidden = sql`select 1 from ${hiddenMessages}
    where ${hiddenMessages.conversationId} = ${conversationId}
    and ${hiddenMessages.userId} = ${userId} and ${hiddenMessages.seq} = ${seq}`
  const cleared = sql`select 1 from ${members} where ${members.conversationId} = ${conversationId}
    and ${members.userId} = ${userId} and ${members.clearedSeq} >= ${seq}`
  return sql`
    select * from (
      select ${selected}
      from ${threadMessages}
      join ${messages} on ${messages.conversationId} = ${conversationId} and ${messages.seq} = ${seq}
      where ${conversationId} = ${thread.conversationId} and ${rootSeq} = ${thread.seq}
        and ${pos} > ${above} and ${pos} < ${Math.min(below, thread.lastPos + 1)} and not exists (${hidden}) and not exists (${cleared})
      order by ${pos} ${sql.raw(end === 'last' ? 'desc' : 'asc')}
      limit ${sql.raw(String(limit))}
    ) as ${sql.identifier(`part${n}`)}`
}
