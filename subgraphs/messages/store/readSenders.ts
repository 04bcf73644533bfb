import { and, eq, inArray, or } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'
import type { Standing } from './readStanding.ts'

const { conversations, members } = tables

/**
 * Which of these users are active members, and as what, in one statement. One key look-up per user asked for: it costs the
 * same with three members and with ten thousand (I5).
 */
export async function readSenders(
  queries: Queries,
  senders: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<({ conversationId: string; userId: string } & Standing)[]> {
  const places = [...senders].map(([conversationId, userIds]) =>
    and(eq(members.conversationId, conversationId), inArray(members.userId, [...userIds])),
  )
  const rows = await queries
    .select({
      conversationId: members.conversationId,
      userId: members.userId,
      state: members.state,
      role: members.role,
      kind: conversations.kind,
      blocked: conversations.blocked,
    })
    .from(members)
    .innerJoin(conversations, eq(conversations.id, members.conversationId))
    .where(or(...places))
  return rows.filter(({ state }) => state === 'ACTIVE')
}
