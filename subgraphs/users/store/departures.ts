import { asc, eq } from 'drizzle-orm'
import { tables, type Queries, type Transaction } from '../../../platform/database/index.ts'

const { departures } = tables

/** Conversations are to be told that the account is deleted. */
export async function noteDeparture(tx: Transaction, userId: string, deletedAt: number): Promise<void> {
  await tx.dialect.insertIgnore(tx, departures, { userId, deletedAt })
}

/** Deleted accounts of which conversations do not know yet, the oldest first. */
export async function readDepartures(queries: Queries, limit: number): Promise<string[]> {
  const rows = await queries
    .select({ userId: departures.userId })
    .from(departures)
    .orderBy(asc(departures.deletedAt), asc(departures.userId))
    .limit(limit)
  return rows.map(({ userId }) => userId)
}

export async function deleteDeparture(queries: Queries, userId: string): Promise<void> {
  await queries.delete(departures).where(eq(departures.userId, userId))
}
