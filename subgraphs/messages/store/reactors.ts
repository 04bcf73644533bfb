import { sql } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'
import { ofMessages } from './messageKeys.ts'
import type { MessageKey } from './messageRow.ts'

const { reactions } = tables

/** Someone's reaction to a message. */
export interface ReactorRow extends MessageKey {
  emoji: string
  userId: string
  /** Milliseconds since 1970. */
  createdAt: number
}

/**
 * Who has reacted to these messages, whatever with, in one statement: of each emoji under each message the `limit` first after a
 * place, by time. Rows come in that order.
 */
export async function readReactors(
  queries: Queries,
  keys: readonly MessageKey[],
  { after, limit }: { after?: readonly [createdAt: number, userId: string] | undefined; limit: number },
): Promise<ReactorRow[]> {
  const { conversationId, createdAt, emoji, seq, userId } = reactions
  const isAfter = after
    ? sql`and (${createdAt} > ${after[0]} or (${createdAt} = ${after[0]} and ${userId} > ${after[1]}))`
    : sql``
  const rows = await queries.rows(sql`
    select * from (
      select ${conversationId} as conversationId, ${seq} as seq, ${emoji} as emoji, ${userId} as userId, ${createdAt} as createdAt,
        row_number() over (partition by ${conversationId}, ${seq}, ${emoji} order by ${createdAt}, ${userId}) as place
      from ${reactions}
      where (${ofMessages(reactions, keys)}) ${isAfter}
    ) as ranked
    where place <= ${limit}
    order by createdAt, userId`)
  return rows.map((row) => ({
    conversationId: String(row['conversationId']),
    seq: Number(row['seq']),
    emoji: String(row['emoji']),
    userId: String(row['userId']),
    createdAt: Number(row['createdAt']),
  }))
}
