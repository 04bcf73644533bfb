import { eq } from 'drizzle-orm'
import { tables, type Queries, type Transaction } from '../../../platform/database/index.ts'

const { directPairs } = tables

/** The key of two users' direct conversation: the same whoever of them asks. */
const pairOf = (users: readonly [string, string]) => [...users].sort().join(':')

/** Id of the direct conversation of these two, or undefined. */
export async function findDirectPair(queries: Queries, users: readonly [string, string]): Promise<string | undefined> {
  const [row] = await queries
    .select({ conversationId: directPairs.conversationId })
    .from(directPairs)
    .where(eq(directPairs.pair, pairOf(users)))
  return row?.conversationId
}

/**
 * Claims the pair for a new conversation; false when another transaction was first. Waits for one that is about to
 * commit: so whoever gets false finds the pair.
 */
export async function claimDirectPair(
  tx: Transaction,
  users: readonly [string, string],
  conversationId: string,
): Promise<boolean> {
  const row = { pair: pairOf(users), conversationId }
  return (await tx.dialect.insertIgnore(tx, directPairs, row)).affectedRows === 1
}
