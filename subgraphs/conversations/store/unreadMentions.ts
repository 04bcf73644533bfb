import { sql } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'

const { mentions } = tables

/** Mentions of a user that are unread: of messages after one `seq`, up to another. */
export interface UnreadMentions {
  count: number
  /** Their messages by `seq`, ascending; so many of the newest. */
  newest: number[]
}

/** Reads those of many conversations in one statement. A message that mentions the user and everyone counts once. */
export async function readUnreadMentions(
  queries: Queries,
  userId: string,
  spans: readonly { conversationId: string; after: number; upTo: number }[],
  limit: number,
): Promise<Map<string, UnreadMentions>> {
  const open = spans.filter(({ after, upTo }) => upTo > after)
  if (open.length === 0) return new Map()
  const within = open.map(
    ({ conversationId, after, upTo }) =>
      sql`(${mentions.conversationId} = ${conversationId} and ${mentions.seq} > ${after} and ${mentions.seq} <= ${upTo})`,
  )
  const rows = await queries.rows<{ id: string; seq: number; total: number }>(sql`
    select id, seq, total from (
      select id, seq, count(*) over (partition by id) total, row_number() over (partition by id order by seq desc) nth from (
        select distinct ${mentions.conversationId} id, ${mentions.seq} seq from ${mentions}
        where ${mentions.userId} in (${userId}, '*') and (${sql.join(within, sql` or `)})
      ) unread
    ) counted where nth <= ${limit} order by id, seq`)
  const byConversation = Map.groupBy(rows, ({ id }) => id)
  return new Map(
    [...byConversation].map(([id, found]) => [
      id,
      { count: Number(found[0]!.total), newest: found.map(({ seq }) => Number(seq)) },
    ]),
  )
}
