import { and, asc, count, eq, gt, inArray, isNull, lte, or, isNotNull } from 'drizzle-orm'
import { tables } from '../../../../platform/database/index.ts'
import type { Queries, Transaction } from '../../../../platform/database/index.ts'

const { pushSubscriptions: subscriptions, sessions } = tables

export type PushSubscriptionRow = typeof subscriptions.$inferSelect

/** Sessions that run: a browser whose session has ended gets nothing any more. */
const running = (now: number) => and(isNull(sessions.revokedAt), gt(sessions.expiresAt, now))

/** Puts the subscription in the place of whatever its browser had registered before, for whomever. */
export async function replaceSubscription(tx: Transaction, row: PushSubscriptionRow): Promise<void> {
  await tx.delete(subscriptions).where(eq(subscriptions.endpointHash, row.endpointHash))
  await tx.insert(subscriptions).values(row)
}

export async function findByEndpoint(queries: Queries, endpointHash: string): Promise<PushSubscriptionRow | undefined> {
  const [row] = await queries.select().from(subscriptions).where(eq(subscriptions.endpointHash, endpointHash))
  return row
}

/** The user's subscriptions whose sessions run, oldest first. */
export async function readSubscriptions(queries: Queries, userId: string, now: number): Promise<PushSubscriptionRow[]> {
  const rows = await queries
    .select({ subscription: subscriptions })
    .from(subscriptions)
    .innerJoin(sessions, eq(sessions.id, subscriptions.sessionId))
    .where(and(eq(subscriptions.userId, userId), running(now)))
    .orderBy(asc(subscriptions.id))
  return rows.map(({ subscription }) => subscription)
}

export async function countSubscriptions(queries: Queries, userId: string): Promise<number> {
  const [row] = await queries.select({ count: count() }).from(subscriptions).where(eq(subscriptions.userId, userId))
  return row?.count ?? 0
}

/** Where these users take push messages now. */
export async function findDestinations(
  queries: Queries,
  userIds: readonly string[],
  now: number,
): Promise<{ id: string; userId: string }[]> {
  return queries
    .select({ id: subscriptions.id, userId: subscriptions.userId })
    .from(subscriptions)
    .innerJoin(sessions, eq(sessions.id, subscriptions.sessionId))
    .where(and(inArray(subscriptions.userId, [...userIds]), running(now)))
}

/** True when the user had such a subscription. */
export async function removeSubscription(queries: Queries, userId: string, endpointHash: string): Promise<boolean> {
  const [{ affectedRows }] = await queries
    .delete(subscriptions)
    .where(and(eq(subscriptions.userId, userId), eq(subscriptions.endpointHash, endpointHash)))
  return affectedRows > 0
}

export async function removeSubscriptionById(queries: Queries, id: string): Promise<void> {
  await queries.delete(subscriptions).where(eq(subscriptions.id, id))
}

/** Deletes subscriptions whose sessions have ended; resolves with their number, at most `limit`. */
export async function deleteEndedSubscriptions(
  queries: Queries,
  now: number,
  limit: number,
  userId?: string,
): Promise<number> {
  const rows = await queries
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .leftJoin(sessions, eq(sessions.id, subscriptions.sessionId))
    .where(
      and(
        userId === undefined ? undefined : eq(subscriptions.userId, userId),
        or(isNull(sessions.id), isNotNull(sessions.revokedAt), lte(sessions.expiresAt, now)),
      ),
    )
    .limit(limit)
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0) await queries.delete(subscriptions).where(inArray(subscriptions.id, ids))
  return ids.length
}
