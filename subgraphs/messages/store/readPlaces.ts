import { and, eq, inArray } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'

const { members, timelines } = tables

/** Those of the conversations that the user is an active member of, with the `seq` of their newest message. */
export async function readPlaces(
  queries: Queries,
  userId: string,
  conversationIds: readonly string[],
): Promise<{ conversationId: string; lastSeq: number }[]> {
  return queries
    .select({ conversationId: members.conversationId, lastSeq: timelines.lastSeq })
    .from(members)
    .innerJoin(timelines, eq(timelines.conversationId, members.conversationId))
    .where(
      and(
        inArray(members.conversationId, [...conversationIds]),
        eq(members.userId, userId),
        eq(members.state, 'ACTIVE'),
      ),
    )
}
