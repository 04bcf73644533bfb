import { and, asc, eq, lte } from 'drizzle-orm'
import { tables } from '../../../../platform/database/index.ts'
import type { Queries, Transaction } from '../../../../platform/database/index.ts'

const { notificationSpreads: spreads } = tables

/** A mention of everyone that is being handed out, and how far it has come. */
export type SpreadRow = typeof spreads.$inferSelect

/** One that is under way already stays as it is. */
export async function insertSpread(queries: Queries, row: SpreadRow): Promise<void> {
  await queries.dialect.insertIgnore(queries, spreads, row)
}

/** Takes the one that is due first: until `leaseUntil` no other worker gets it. */
export async function takeSpread(
  tx: Transaction,
  { now, leaseUntil }: { now: number; leaseUntil: number },
): Promise<SpreadRow | undefined> {
  const due = tx.select().from(spreads).where(lte(spreads.dueAt, now)).orderBy(asc(spreads.dueAt)).limit(1)
  const [row] = await tx.dialect.forUpdateSkipLocked(due)
  if (!row) return undefined
  await tx.update(spreads).set({ dueAt: leaseUntil }).where(eq(spreads.messageId, row.messageId))
  return { ...row, dueAt: leaseUntil }
}

/** Notes how far it has come, and makes it due again. False: another worker has it, or it is done. */
export async function advanceSpread(
  queries: Queries,
  spread: SpreadRow,
  [afterJoinedAt, afterUserId]: readonly [number, string],
  dueAt: number,
): Promise<boolean> {
  const [{ affectedRows }] = await queries
    .update(spreads)
    .set({ afterJoinedAt, afterUserId, dueAt })
    .where(and(eq(spreads.messageId, spread.messageId), eq(spreads.dueAt, spread.dueAt)))
  return affectedRows > 0
}

export async function deleteSpread(queries: Queries, messageId: string): Promise<void> {
  await queries.delete(spreads).where(eq(spreads.messageId, messageId))
}
