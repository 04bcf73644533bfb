import { and, asc, count, eq, max, min, sql } from 'drizzle-orm'
import { type Queries, tables, type Transaction } from '../../../platform/database/index.ts'
import { ofMessages } from './messageKeys.ts'
import type { MessageKey } from './messageRow.ts'

const { reactions } = tables

/** One emoji under a message. */
export interface ReactionRow extends MessageKey {
  emoji: string
  count: number
  /** Whether this viewer is among those who reacted with it. */
  mine: boolean
}

/** The reactions to these messages, the emoji that came first first, in one statement. */
export async function readReactions(
  queries: Queries,
  viewerId: string,
  keys: readonly MessageKey[],
): Promise<ReactionRow[]> {
  const { conversationId, seq, emoji, userId, createdAt } = reactions
  const rows = await queries
    .select({
      ...{ conversationId, seq, emoji },
      count: count(),
      mine: max(sql<number>`case when ${userId} = ${viewerId} then 1 else 0 end`),
    })
    .from(reactions)
    .where(ofMessages(reactions, keys))
    .groupBy(conversationId, seq, emoji)
    .orderBy(asc(min(createdAt)), asc(emoji))
  return rows.map((row) => ({ ...row, mine: Number(row.mine) === 1 }))
}

export async function insertReaction(tx: Transaction, row: typeof reactions.$inferInsert): Promise<void> {
  await tx.insert(reactions).values(row)
}

export async function removeReaction(
  tx: Transaction,
  key: MessageKey & { emoji: string; userId: string },
): Promise<void> {
  await tx
    .delete(reactions)
    .where(
      and(
        eq(reactions.conversationId, key.conversationId),
        eq(reactions.seq, key.seq),
        eq(reactions.emoji, key.emoji),
        eq(reactions.userId, key.userId),
      ),
    )
}
