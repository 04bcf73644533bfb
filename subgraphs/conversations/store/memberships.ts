import { and, asc, eq, gt, ne } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'
import type { ConversationKind } from './conversations.ts'

const { conversations, members } = tables

/** Conversations that a user is a member of, in the order of their ids. */
export async function findMemberships(
  queries: Queries,
  userId: string,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<{ conversationId: string; kind: ConversationKind }[]> {
  const isAfter = after === undefined ? undefined : gt(members.conversationId, after)
  return queries
    .select({ conversationId: members.conversationId, kind: conversations.kind })
    .from(members)
    .innerJoin(conversations, eq(conversations.id, members.conversationId))
    .where(and(eq(members.userId, userId), eq(members.state, 'ACTIVE'), isAfter))
    .orderBy(asc(members.conversationId))
    .limit(limit)
}

/** The one with whom a user has a direct conversation. */
export async function findOtherMember(
  queries: Queries,
  conversationId: string,
  userId: string,
): Promise<string | undefined> {
  const [row] = await queries
    .select({ id: members.userId })
    .from(members)
    .where(and(eq(members.conversationId, conversationId), ne(members.userId, userId)))
    .limit(1)
  return row?.id
}
