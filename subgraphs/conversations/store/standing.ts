import { and, eq, ne } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'
import type { ConversationRow } from './conversations.ts'
import type { MemberRole } from './members.ts'

const { conversations, members } = tables

/** What an active member is in a conversation. */
export interface Standing extends Pick<ConversationRow, 'kind' | 'memberCount'> {
  role: MemberRole
}

const isActive = (conversationId: string) =>
  and(eq(members.conversationId, conversationId), eq(members.state, 'ACTIVE'))

/** Undefined for whoever is no active member. */
export async function findStanding(
  queries: Queries,
  conversationId: string,
  userId: string,
): Promise<Standing | undefined> {
  const [row] = await queries
    .select({ kind: conversations.kind, memberCount: conversations.memberCount, role: members.role })
    .from(members)
    .innerJoin(conversations, eq(conversations.id, members.conversationId))
    .where(and(isActive(conversationId), eq(members.userId, userId)))
  return row
}

/** The other one of a direct conversation. */
export async function findOtherMember(
  queries: Queries,
  conversationId: string,
  userId: string,
): Promise<string | undefined> {
  const [row] = await queries
    .select({ userId: members.userId })
    .from(members)
    .where(and(isActive(conversationId), ne(members.userId, userId)))
    .limit(1)
  return row?.userId
}
