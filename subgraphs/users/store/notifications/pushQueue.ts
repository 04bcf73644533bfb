import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import { tables } from '../../../../platform/database/index.ts'
import type { Queries, Transaction } from '../../../../platform/database/index.ts'
import type { NotificationRow } from './notifications.ts'
import type { PushSubscriptionRow } from './pushSubscriptions.ts'

const { pushQueue, pushSubscriptions, notifications, notificationHeads, notificationSettings, sessions, users } = tables

export type QueuedPush = typeof pushQueue.$inferSelect

export async function insertPushes(tx: Transaction, rows: readonly QueuedPush[]): Promise<void> {
  if (rows.length > 0) await tx.insert(pushQueue).values([...rows])
}

/** When the next one is due; null where none waits. */
export async function nextPushDue(queries: Queries): Promise<number | null> {
  const [row] = await queries.select({ dueAt: pushQueue.dueAt }).from(pushQueue).orderBy(asc(pushQueue.dueAt)).limit(1)
  return row?.dueAt ?? null
}

/** Takes at most `limit` that are due: until `leaseUntil` no other worker gets them. `attempts` counts this one. */
export async function takePushes(
  tx: Transaction,
  { now, leaseUntil, limit }: { now: number; leaseUntil: number; limit: number },
): Promise<QueuedPush[]> {
  const due = tx.select().from(pushQueue).where(lte(pushQueue.dueAt, now)).orderBy(asc(pushQueue.dueAt)).limit(limit)
  const rows = await tx.dialect.forUpdateSkipLocked(due)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  await tx
    .update(pushQueue)
    .set({ dueAt: leaseUntil, attempts: sql`${pushQueue.attempts} + 1` })
    .where(inArray(pushQueue.id, ids))
  return rows.map((row) => ({ ...row, dueAt: leaseUntil, attempts: row.attempts + 1 }))
}

/** What a push message is made from. Null parts are gone: then there is nothing to send. */
export interface PushFacts {
  pushId: string
  subscription: PushSubscriptionRow | null
  notification: NotificationRow | null
  includeText: boolean | null
  unread: number | null
  sessionRevokedAt: number | null
  sessionExpiresAt: number | null
  actorName: string | null
}

/** In one statement; in no order. */
export async function readPushFacts(queries: Queries, pushIds: readonly string[]): Promise<PushFacts[]> {
  return queries
    .select({
      pushId: pushQueue.id,
      subscription: pushSubscriptions,
      notification: notifications,
      includeText: notificationSettings.includeText,
      unread: notificationHeads.unread,
      sessionRevokedAt: sessions.revokedAt,
      sessionExpiresAt: sessions.expiresAt,
      actorName: users.name,
    })
    .from(pushQueue)
    .leftJoin(pushSubscriptions, eq(pushSubscriptions.id, pushQueue.subscriptionId))
    .leftJoin(notifications, eq(notifications.id, pushQueue.notificationId))
    .leftJoin(notificationSettings, eq(notificationSettings.userId, pushQueue.userId))
    .leftJoin(notificationHeads, eq(notificationHeads.userId, pushQueue.userId))
    .leftJoin(sessions, eq(sessions.id, pushSubscriptions.sessionId))
    .leftJoin(users, eq(users.id, notifications.actorId))
    .where(inArray(pushQueue.id, [...pushIds]))
}

export async function deletePushes(queries: Queries, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await queries.delete(pushQueue).where(inArray(pushQueue.id, [...ids]))
}

/** Another worker may have taken it since: then it stays as it is. */
export async function postponePush(queries: Queries, push: QueuedPush, dueAt: number): Promise<void> {
  await queries
    .update(pushQueue)
    .set({ dueAt })
    .where(and(eq(pushQueue.id, push.id), eq(pushQueue.attempts, push.attempts)))
}
