import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte } from 'drizzle-orm'
import { tables } from '../../../../platform/database/index.ts'
import type { Queries, Transaction } from '../../../../platform/database/index.ts'
import type { Page } from '../../../../platform/pagination/index.ts'

const { notifications } = tables

/** Times are milliseconds since 1970. */
export type NotificationRow = typeof notifications.$inferSelect

export async function insertNotifications(tx: Transaction, rows: readonly NotificationRow[]): Promise<void> {
  if (rows.length > 0) await tx.insert(notifications).values([...rows])
}

/** What these users were told of these subjects, and perhaps more: of every one of the users, every one of the subjects. */
export async function findBySubjects(
  queries: Queries,
  userIds: readonly string[],
  subjects: readonly string[],
): Promise<NotificationRow[]> {
  return queries
    .select()
    .from(notifications)
    .where(and(inArray(notifications.userId, [...userIds]), inArray(notifications.subject, [...subjects])))
}

/** The user's notifications, newest first. */
export async function readNotifications(
  queries: Queries,
  userId: string,
  { limit, after }: Page<[number]>,
  unreadOnly: boolean,
): Promise<NotificationRow[]> {
  return queries
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, userId),
        after && lt(notifications.rev, after[0]),
        unreadOnly ? isNull(notifications.readAt) : undefined,
      ),
    )
    .orderBy(desc(notifications.rev))
    .limit(limit + 1)
}

/** What came in after a position of the user's log, oldest first. */
export async function readNotificationsAfter(
  queries: Queries,
  userId: string,
  after: number,
  limit: number,
): Promise<NotificationRow[]> {
  return queries
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, userId), gt(notifications.rev, after)))
    .orderBy(asc(notifications.rev))
    .limit(limit)
}

/** Which of a user's notifications: of these ids, or of a conversation, or all, that came in up to a position. */
export interface Selection {
  notificationIds: readonly string[] | null
  conversationId: string | null
  upToRev: number
}

/** Marks as read what is not; resolves with how many those were. */
export async function markRead(
  tx: Transaction,
  userId: string,
  { notificationIds, conversationId, upToRev }: Selection,
  at: number,
): Promise<number> {
  const [{ affectedRows }] = await tx
    .update(notifications)
    .set({ readAt: at })
    .where(
      and(
        eq(notifications.userId, userId),
        isNull(notifications.readAt),
        lte(notifications.rev, upToRev),
        notificationIds === null ? undefined : inArray(notifications.id, [...notificationIds]),
        conversationId === null ? undefined : eq(notifications.conversationId, conversationId),
      ),
    )
  return affectedRows
}

/** Users with unread notifications from before `time`, and the position of the newest of those. */
export async function findForgotten(queries: Queries, time: number, limit: number): Promise<Map<string, number>> {
  const rows = await queries
    .select({ userId: notifications.userId, rev: notifications.rev })
    .from(notifications)
    .where(and(lt(notifications.createdAt, time), isNull(notifications.readAt)))
    .orderBy(asc(notifications.createdAt))
    .limit(limit)
  const newest = new Map<string, number>()
  for (const { userId, rev } of rows) newest.set(userId, Math.max(rev, newest.get(userId) ?? 0))
  return newest
}

/** Deletes read notifications from before `time`; resolves with their number, at most `limit`. */
export async function deleteOldNotifications(queries: Queries, time: number, limit: number): Promise<number> {
  const rows = await queries
    .select({ id: notifications.id })
    .from(notifications)
    .where(and(lt(notifications.createdAt, time), isNotNull(notifications.readAt)))
    .limit(limit)
  if (rows.length === 0) return 0
  const ids = rows.map(({ id }) => id)
  await queries.delete(notifications).where(inArray(notifications.id, ids))
  return ids.length
}
