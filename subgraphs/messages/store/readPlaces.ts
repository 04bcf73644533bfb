import { and, eq, inArray, sql } from 'drizzle-orm'
import { preparedList, type Queries, tables } from '../../../platform/database/index.ts'

const { members, timelines } = tables

/** A user's place in a conversation, as an active member. */
export interface Place {
  conversationId: string
  userId: string
  /** `seq` of the newest message; 0 while nothing was said. */
  lastSeq: number
  /** They have cleared what stands up to here from their own view. */
  clearedSeq: number
  /** `seq` of the newest message that there was when they joined. */
  joinedSeq: number
}

/** Those of the conversations that the user is an active member of, with the `seq` of their newest message, both as of one moment. */
export const readPlaces = (queries: Queries, userId: string, conversationIds: readonly string[]): Promise<Place[]> =>
  select(queries, conversationIds, { userId })

const select = preparedList((queries, conversationIds) =>
  queries
    .select({
      conversationId: members.conversationId,
      userId: members.userId,
      lastSeq: timelines.lastSeq,
      clearedSeq: members.clearedSeq,
      joinedSeq: members.joinedSeq,
    })
    .from(members)
    .innerJoin(timelines, eq(timelines.conversationId, members.conversationId))
    .where(
      and(
        inArray(members.conversationId, conversationIds),
        eq(members.userId, sql.placeholder('userId')),
        eq(members.state, 'ACTIVE'),
      ),
    ),
)
