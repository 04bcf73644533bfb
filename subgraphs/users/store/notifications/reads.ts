import { and, asc, eq, gt, lt, or } from 'drizzle-orm'
import { tables } from '../../../../platform/database/index.ts'
import type { Queries, Transaction } from '../../../../platform/database/index.ts'

const { notificationReads: reads } = tables

export type ReadRow = typeof reads.$inferSelect

export async function insertRead(tx: Transaction, row: ReadRow): Promise<void> {
  await tx.insert(reads).values(row)
}

/** What was read after a position of the user's log, oldest first. */
export async function readReadsAfter(
  queries: Queries,
  userId: string,
  after: number,
  limit: number,
): Promise<ReadRow[]> {
  return queries
    .select()
    .from(reads)
    .where(and(eq(reads.userId, userId), gt(reads.rev, after)))
    .orderBy(asc(reads.rev))
    .limit(limit)
}

/** Deletes entries from before `time`; resolves with their number, at most `limit`. */
export async function deleteOldReads(queries: Queries, time: number, limit: number): Promise<number> {
  const rows = await queries
    .select({ userId: reads.userId, rev: reads.rev })
    .from(reads)
    .where(lt(reads.createdAt, time))
    .limit(limit)
  if (rows.length === 0) return 0
  await queries.delete(reads).where(or(...rows.map((row) => and(eq(reads.userId, row.userId), eq(reads.rev, row.rev)))))
  return rows.length
}
