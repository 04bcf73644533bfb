import { asc, desc, eq, lte } from 'drizzle-orm'
import { tables, type Queries, type Transaction } from '../../../platform/database/index.ts'

const { departures } = tables

/** Conversations are to be told that the account is deleted. */
export async function noteDeparture(tx: Transaction, userId: string, deletedAt: number): Promise<void> {
  await tx.dialect.insertIgnore(tx, departures, { userId, deletedAt })
}

/** Deleted accounts of which conversations may not know yet, the newest first. */
export async function readNewDepartures(queries: Queries, limit: number): Promise<string[]> {
  const rows = await queries
    .select({ userId: departures.userId })
    .from(departures)
    .orderBy(desc(departures.deletedAt), desc(departures.userId))
    .limit(limit)
  return rows.map(({ userId }) => userId)
}

/** Of them those that were deleted by then, the oldest first. */
export async function readDeparturesBefore(queries: Queries, time: number, limit: number): Promise<string[]> {
  const rows = await queries
    .select({ userId: departures.userId })
    .from(departures)
    .where(lte(departures.deletedAt, time))
    .orderBy(asc(departures.deletedAt), asc(departures.userId))
    .limit(limit)
  return rows.map(({ userId }) => userId)
}

export async function deleteDeparture(queries: Queries, userId: string): Promise<void> {
  await queries.delete(departures).where(eq(departures.userId, userId))
}
