import { and, eq, inArray } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'

const { members } = tables

const isActive = eq(members.state, 'ACTIVE')

/** Those of `others` who are active members of a conversation in which `userId` is one too. */
export async function findSharing(queries: Queries, userId: string, others: readonly string[]): Promise<string[]> {
  const own = queries
    .select({ conversationId: members.conversationId })
    .from(members)
    .where(and(eq(members.userId, userId), isActive))
  const rows = await queries
    .selectDistinct({ userId: members.userId })
    .from(members)
    .where(and(inArray(members.userId, [...others]), isActive, inArray(members.conversationId, own)))
  return rows.map((row) => row.userId)
}
