import { and, eq } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'
import type { ConversationRow } from './conversations.ts'
import type { MemberRole } from './members.ts'

const { conversations, members } = tables

/** What an active member is in a conversation. */
export interface Standing extends Pick<ConversationRow, 'kind' | 'memberCount' | 'blocked'> {
  role: MemberRole
}

/** Undefined for whoever is no active member. */
export async function findStanding(
  queries: Queries,
  conversationId: string,
  userId: string,
): Promise<Standing | undefined> {
  const [row] = await queries
    .select({
      kind: conversations.kind,
      memberCount: conversations.memberCount,
      blocked: conversations.blocked,
      role: members.role,
    })
    .from(members)
    .innerJoin(conversations, eq(conversations.id, members.conversationId))
    .where(and(eq(members.conversationId, conversationId), eq(members.userId, userId), eq(members.state, 'ACTIVE')))
  return row
}
