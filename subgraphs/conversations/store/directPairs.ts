import { eq } from 'drizzle-orm'
import { tables, type Queries, type Transaction } from '../../../platform/database/index.ts'
import { pairOf } from './directBlocks.ts'

const { directPairs } = tables

/** Id of the direct conversation of these two, or undefined. */
export async function findDirectPair(queries: Queries, users: readonly [string, string]): Promise<string | undefined> {
  const [row] = await queries
    .select({ conversationId: directPairs.conversationId })
    .from(directPairs)
    .where(eq(directPairs.pair, pairOf(users)))
  return row?.conversationId
}

/** The same, once whoever is about to claim the pair has done so. */
export async function awaitDirectPair(tx: Transaction, users: readonly [string, string]): Promise<string | undefined> {
  const query = tx
    .select({ conversationId: directPairs.conversationId })
    .from(directPairs)
    .where(eq(directPairs.pair, pairOf(users)))
  return (await tx.dialect.forUpdate(query))[0]?.conversationId
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
