import { and, eq, ne } from 'drizzle-orm'
import { tables, type Queries, type Transaction } from '../../../platform/database/index.ts'

const { conversations, directBlocks, members } = tables

/** The key of two users: the same whoever of them asks. */
export const pairOf = (users: readonly [string, string]): string => [...users].sort().join(':')

export async function writeBlock(tx: Transaction, blockerId: string, otherId: string): Promise<void> {
  await tx.dialect.insertIgnore(tx, directBlocks, { pair: pairOf([blockerId, otherId]), blockerId, blockedId: otherId })
}

export async function removeBlock(tx: Transaction, blockerId: string, otherId: string): Promise<void> {
  await tx
    .delete(directBlocks)
    .where(and(eq(directBlocks.pair, pairOf([blockerId, otherId])), eq(directBlocks.blockerId, blockerId)))
}

/** Whether one of the two blocks the other. Waits for who is about to write so. */
export async function isBlocked(tx: Transaction, users: readonly [string, string]): Promise<boolean> {
  const query = tx
    .select({ pair: directBlocks.pair })
    .from(directBlocks)
    .where(eq(directBlocks.pair, pairOf(users)))
  return (await tx.dialect.forUpdate(query)).length > 0
}

/** Whether anyone writes in a direct conversation, whose timeline the transaction holds. False where that was so. */
export async function setBlocked(tx: Transaction, conversationId: string, blocked: boolean): Promise<boolean> {
  const [{ affectedRows }] = await tx
    .update(conversations)
    .set({ blocked })
    .where(and(eq(conversations.id, conversationId), ne(conversations.blocked, blocked)))
  return affectedRows > 0
}

/** Members of a conversation of whom and a user one blocks the other, in two statements. */
export async function findBlockedMembers(queries: Queries, conversationId: string, userId: string): Promise<string[]> {
  const { blockerId, blockedId } = directBlocks
  const sides = [
    { self: blockerId, other: blockedId },
    { self: blockedId, other: blockerId },
  ]
  const found: string[] = []
  for (const { self, other } of sides) {
    const rows = await queries
      .select({ id: members.userId })
      .from(directBlocks)
      .innerJoin(members, and(eq(members.conversationId, conversationId), eq(members.userId, other)))
      .where(and(eq(self, userId), eq(members.state, 'ACTIVE')))
    found.push(...rows.map(({ id }) => id))
  }
  return [...new Set(found)]
}
