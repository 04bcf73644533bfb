import { asc, inArray, lte, sql } from 'drizzle-orm'
import { type Queries, tables } from '../../../../platform/database/index.ts'

const { attachments, doomedObjects: doomed } = tables

export async function insertDoomed(queries: Queries, rows: (typeof doomed.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await queries.insert(doomed).values(rows)
}

/** Has objects removed at once that are not used. */
export async function bringForward(queries: Queries, keys: readonly string[], now: number): Promise<void> {
  await queries
    .update(doomed)
    .set({ dueAt: now })
    .where(inArray(doomed.key, [...keys]))
}

/** Objects to be removed, the longest due first. */
export async function readDoomed(queries: Queries, now: number, limit: number): Promise<string[]> {
  const rows = await queries
    .select({ key: doomed.key })
    .from(doomed)
    .where(lte(doomed.dueAt, now))
    .orderBy(asc(doomed.dueAt))
    .limit(limit)
  return rows.map(({ key }) => key)
}

export async function forgetDoomed(queries: Queries, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await queries.delete(doomed).where(inArray(doomed.key, [...keys]))
}

export async function putOff(queries: Queries, keys: readonly string[], dueAt: number): Promise<void> {
  if (keys.length === 0) return
  await queries
    .update(doomed)
    .set({ dueAt })
    .where(inArray(doomed.key, [...keys]))
}

/** When the next upload expires or the next object is to be removed; null where nothing waits. One statement. */
export async function nextSweep(queries: Queries): Promise<number | null> {
  const [row] = await queries.rows<{ upload: number | null; object: number | null }>(sql`
    select (select min(${attachments.expiresAt}) from ${attachments}) as upload,
      (select min(${doomed.dueAt}) from ${doomed}) as object`)
  const times = [row?.upload, row?.object].filter((at) => at !== null && at !== undefined)
  return times.length === 0 ? null : Math.min(...times.map(Number))
}
