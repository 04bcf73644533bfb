import { and, asc, eq, gt, gte, inArray, or } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'

const { members } = tables

/** What a member's place in a conversation says of what they want to be told there. */
export interface Listener {
  userId: string
  notificationLevel: 'ALL' | 'MENTIONS' | 'NONE'
  mutedUntil: number | null
  /** They have read everything up to this message. */
  readSeq: number
  joinedAt: number
}

const listener = {
  userId: members.userId,
  notificationLevel: members.notificationLevel,
  mutedUntil: members.mutedUntil,
  readSeq: members.readSeq,
  joinedAt: members.joinedAt,
}

const active = (conversationId: string) => and(eq(members.conversationId, conversationId), eq(members.state, 'ACTIVE'))

/** Those of the users who are members now. */
export async function findListeners(
  queries: Queries,
  conversationId: string,
  userIds: readonly string[],
): Promise<Listener[]> {
  if (userIds.length === 0) return []
  return queries
    .select(listener)
    .from(members)
    .where(and(active(conversationId), inArray(members.userId, [...userIds])))
}

/** Members after a place, in the order in which they joined. One short range read, whatever the size of the conversation. */
export async function readListeners(
  queries: Queries,
  conversationId: string,
  [joinedAt, userId]: readonly [joinedAt: number, userId: string],
  limit: number,
): Promise<Listener[]> {
  const beyond = or(gt(members.joinedAt, joinedAt), and(eq(members.joinedAt, joinedAt), gt(members.userId, userId)))
  return queries
    .select(listener)
    .from(members)
    .where(and(active(conversationId), gte(members.joinedAt, joinedAt), beyond))
    .orderBy(asc(members.joinedAt), asc(members.userId))
    .limit(limit)
}
