import { and, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/mysql-core'
import { tables, type Queries } from '../../../platform/database/index.ts'

const { members } = tables

/** Those of `others` who are active members of a conversation in which `userId` is one too. */
export async function findSharing(queries: Queries, userId: string, others: readonly string[]): Promise<string[]> {
  const own = alias(members, 'own')
  const rows = await queries
    .selectDistinct({ userId: members.userId })
    .from(members)
    .innerJoin(own, eq(own.conversationId, members.conversationId))
    .where(
      and(
        inArray(members.userId, [...others]),
        eq(members.state, 'ACTIVE'),
        eq(own.userId, userId),
        eq(own.state, 'ACTIVE'),
      ),
    )
  return rows.map((row) => row.userId)
}
