import { and, count, desc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import { tables, type Queries, type Transaction } from '../../../platform/database/index.ts'

const { invites } = tables

export type InviteRow = typeof invites.$inferSelect

export async function findInvite(queries: Queries, code: string): Promise<InviteRow | undefined> {
  const [row] = await queries.select().from(invites).where(eq(invites.code, code))
  return row
}

/** The links of these conversations, ended ones too, newest first. A conversation has few: see MAX_INVITES. */
export async function findInvitesOf(queries: Queries, conversationIds: readonly string[]): Promise<InviteRow[]> {
  return queries
    .select()
    .from(invites)
    .where(inArray(invites.conversationId, [...conversationIds]))
    .orderBy(desc(invites.createdAt), desc(invites.code))
}

export async function insertInvite(tx: Transaction, row: InviteRow): Promise<void> {
  await tx.insert(invites).values(row)
}

export async function countInvites(tx: Transaction, conversationId: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(invites).where(eq(invites.conversationId, conversationId))
  return Number(row?.count ?? 0)
}

/** Nobody can join with these any more, so nothing is lost with them. */
export async function deleteEndedInvites(tx: Transaction, conversationId: string, now: number): Promise<void> {
  const ended = or(isNotNull(invites.revokedAt), lte(invites.expiresAt, now), lte(invites.maxUses, invites.uses))
  await tx.delete(invites).where(and(eq(invites.conversationId, conversationId), ended))
}

export async function deleteInvites(tx: Transaction, conversationId: string): Promise<void> {
  await tx.delete(invites).where(eq(invites.conversationId, conversationId))
}

export async function markRevoked(tx: Transaction, code: string, at: number): Promise<void> {
  await tx
    .update(invites)
    .set({ revokedAt: at })
    .where(and(eq(invites.code, code), isNull(invites.revokedAt)))
}

/** Counts one use. The caller holds the lock on the conversation's timeline, so the limit it has checked still holds. */
export async function countUse(tx: Transaction, code: string): Promise<void> {
  await tx
    .update(invites)
    .set({ uses: sql`${invites.uses} + 1` })
    .where(eq(invites.code, code))
}
