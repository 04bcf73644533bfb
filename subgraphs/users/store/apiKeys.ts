import { and, count, desc, eq, gt, inArray, isNull, lt, lte } from 'drizzle-orm'
import { tables } from '../../../platform/database/index.ts'
import type { Queries, Transaction } from '../../../platform/database/index.ts'
import type { Page } from '../../../platform/pagination/index.ts'

const { apiKeys } = tables

/** Times are milliseconds since 1970. */
export type ApiKeyRow = typeof apiKeys.$inferSelect

export async function insertApiKey(tx: Queries, row: ApiKeyRow): Promise<void> {
  await tx.insert(apiKeys).values(row)
}

const ofUser = (userId: string) => and(eq(apiKeys.userId, userId), isNull(apiKeys.revokedAt))

/** The user's keys that are not revoked, newest first: ids are in the order of their creation. */
export async function readApiKeys(
  queries: Queries,
  userId: string,
  { limit, after }: Page<[string]>,
): Promise<ApiKeyRow[]> {
  return queries
    .select()
    .from(apiKeys)
    .where(and(ofUser(userId), after && lt(apiKeys.id, after[0])))
    .orderBy(desc(apiKeys.id))
    .limit(limit + 1)
}

export async function countApiKeys(queries: Queries, userId: string): Promise<number> {
  const [row] = await queries.select({ count: count() }).from(apiKeys).where(ofUser(userId))
  return row?.count ?? 0
}

export async function findApiKey(queries: Queries, secretHash: string): Promise<ApiKeyRow | undefined> {
  const [row] = await queries.select().from(apiKeys).where(eq(apiKeys.secretHash, secretHash))
  return row
}

/** Whose key it is. */
export async function findHolder(queries: Queries, id: string): Promise<string | undefined> {
  const [row] = await queries.select({ userId: apiKeys.userId }).from(apiKeys).where(eq(apiKeys.id, id))
  return row?.userId
}

export async function markUsed(queries: Queries, id: string, now: number): Promise<void> {
  await queries.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, id))
}

/** The user's key, revoked at the latest now; undefined where the user has none of this id. */
export async function revokeApiKey(
  tx: Transaction,
  userId: string,
  id: string,
  now: number,
): Promise<ApiKeyRow | undefined> {
  const own = and(eq(apiKeys.id, id), eq(apiKeys.userId, userId))
  await tx
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(own, isNull(apiKeys.revokedAt)))
  const [row] = await tx.select().from(apiKeys).where(own)
  return row
}

/** Ends the user's keys, and forgets what they were called; resolves with the ids of those that ran. */
export async function endApiKeysOf(tx: Transaction, userId: string, now: number): Promise<string[]> {
  const rows = await tx.select({ id: apiKeys.id }).from(apiKeys).where(ofUser(userId))
  await tx.update(apiKeys).set({ name: '' }).where(eq(apiKeys.userId, userId))
  if (rows.length > 0) await tx.update(apiKeys).set({ revokedAt: now }).where(ofUser(userId))
  return rows.map(({ id }) => id)
}

/** Keys that were revoked after `since`, newest first. */
export async function readRevokedKeys(queries: Queries, since: number, limit: number): Promise<string[]> {
  const rows = await queries
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(gt(apiKeys.revokedAt, since))
    .orderBy(desc(apiKeys.revokedAt))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Deletes keys that were revoked until `time`; resolves with their number, at most `limit`. */
export async function deleteRevokedKeys(queries: Queries, time: number, limit: number): Promise<number> {
  const rows = await queries.select({ id: apiKeys.id }).from(apiKeys).where(lte(apiKeys.revokedAt, time)).limit(limit)
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  await queries.delete(apiKeys).where(inArray(apiKeys.id, ids))
  return ids.length
}
