import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { tables, type Queries, type Transaction } from '../../../platform/database/index.ts'
import { nextVersion } from './settings.ts'

const { members } = tables

export type MemberRow = typeof members.$inferSelect
export type NewMember = typeof members.$inferInsert
export type { MemberRole } from '../../../platform/database/tables/conversations.ts'
type Role = MemberRow['role']

const one = (conversationId: string, userId: string) =>
  and(eq(members.conversationId, conversationId), eq(members.userId, userId))

/** The rows of these users, past members too, by user id. Users who never were members have none. */
export async function findMembers(
  queries: Queries,
  conversationId: string,
  userIds: readonly string[],
): Promise<Map<string, MemberRow>> {
  const rows = await queries
    .select()
    .from(members)
    .where(and(eq(members.conversationId, conversationId), inArray(members.userId, [...userIds])))
  return new Map(rows.map((row) => [row.userId, row]))
}

/** Users who were never members here. */
export async function insertMembers(tx: Transaction, rows: NewMember[]): Promise<void> {
  if (rows.length > 0) await tx.insert(members).values(rows)
}

const asNew = {
  state: 'ACTIVE',
  readSeq: 0,
  deliveredSeq: 0,
  ownSeq: 0,
  mutedUntil: null,
  pinned: false,
  archived: false,
  markedUnread: false,
  notificationLevel: 'ALL',
} as const

/** Makes past members members again, as if they came for the first time: read to where they join, no settings. */
export async function restoreMembers(tx: Transaction, rows: readonly NewMember[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const { conversationId, role, joinedAt, joinedSeq } = first
  const userIds = rows.map(({ userId }) => userId)
  await tx
    .update(members)
    .set({ ...asNew, role, joinedAt, joinedSeq, settingsVersion: nextVersion })
    .where(and(eq(members.conversationId, conversationId), inArray(members.userId, userIds)))
}

export async function endMembership(
  tx: Transaction,
  conversationId: string,
  userId: string,
  state: Exclude<MemberRow['state'], 'ACTIVE'>,
): Promise<void> {
  await tx.update(members).set({ state }).where(one(conversationId, userId))
}

export async function updateRole(tx: Transaction, conversationId: string, userId: string, role: Role): Promise<void> {
  await tx.update(members).set({ role }).where(one(conversationId, userId))
}

/** Who is first in line when `userId` goes: an owner, else the longest-standing admin, else member, else guest. */
export async function findHeir(
  tx: Transaction,
  conversationId: string,
  userId: string,
): Promise<MemberRow | undefined> {
  const rank = sql`case ${members.role} when 'OWNER' then 0 when 'ADMIN' then 1 when 'MEMBER' then 2 else 3 end`
  const [heir] = await tx
    .select()
    .from(members)
    .where(and(eq(members.conversationId, conversationId), eq(members.state, 'ACTIVE'), ne(members.userId, userId)))
    .orderBy(rank, members.joinedAt, members.userId)
    .limit(1)
  return heir
}

/** Whether `userId` is not the only owner. */
export async function hasOtherOwner(tx: Transaction, conversationId: string, userId: string): Promise<boolean> {
  const [owner] = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(
      and(
        eq(members.conversationId, conversationId),
        eq(members.state, 'ACTIVE'),
        eq(members.role, 'OWNER'),
        ne(members.userId, userId),
      ),
    )
    .limit(1)
  return owner !== undefined
}
