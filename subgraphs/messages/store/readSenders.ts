import { and, eq, inArray, or } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'

const { members } = tables

/**
 * Which of these users are active members, in one statement. One key look-up per user asked for: it costs the same with
 * three members and with ten thousand (I5).
 */
export async function readSenders(
  queries: Queries,
  senders: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<{ conversationId: string; userId: string }[]> {
  const places = [...senders].map(([conversationId, userIds]) =>
    and(eq(members.conversationId, conversationId), inArray(members.userId, [...userIds])),
  )
  const rows = await queries
    .select({ conversationId: members.conversationId, userId: members.userId, state: members.state })
    .from(members)
    .where(or(...places))
  return rows.filter(({ state }) => state === 'ACTIVE')
}
