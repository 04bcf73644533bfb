import { and, eq } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'

const { conversations, members } = tables

/** What a member may do depends on these. */
export type Standing = Pick<typeof members.$inferSelect, 'role'> &
  Pick<typeof conversations.$inferSelect, 'kind' | 'blocked'>

/** A user's standing in a conversation; undefined where they are no active member. Read it under the timeline's lock (I6). */
export async function readStanding(
  queries: Queries,
  conversationId: string,
  userId: string,
): Promise<Standing | undefined> {
  const [row] = await queries
    .select({ role: members.role, state: members.state, kind: conversations.kind, blocked: conversations.blocked })
    .from(members)
    .innerJoin(conversations, eq(conversations.id, members.conversationId))
    .where(and(eq(members.conversationId, conversationId), eq(members.userId, userId)))
  return row?.state === 'ACTIVE' ? { role: row.role, kind: row.kind, blocked: row.blocked } : undefined
}
