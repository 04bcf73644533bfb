import { and, eq } from 'drizzle-orm'
import { tables, type Queries, type Transaction } from '../../../platform/database/index.ts'

const { conversationClaims } = tables

export type ConversationClaim = typeof conversationClaims.$inferSelect

/**
 * Claims the creator's own name for a new conversation; false when it is taken. Waits for another transaction that is about
 * to commit it: so whoever gets false finds the claim.
 */
export async function claimConversation(tx: Transaction, claim: ConversationClaim): Promise<boolean> {
  return (await tx.dialect.insertIgnore(tx, conversationClaims, claim)).affectedRows === 1
}

export async function findClaim(
  queries: Queries,
  creatorId: string,
  clientGroupId: string,
): Promise<ConversationClaim | undefined> {
  const [claim] = await queries
    .select()
    .from(conversationClaims)
    .where(and(eq(conversationClaims.creatorId, creatorId), eq(conversationClaims.clientGroupId, clientGroupId)))
  return claim
}
