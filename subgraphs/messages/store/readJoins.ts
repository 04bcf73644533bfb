import { and, asc, eq, gt } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'

const { events } = tables

/** Which conversations the user has joined since this position of their own log: by id, with where the conversation's log says so. */
export async function readJoins(queries: Queries, userId: string, after: number): Promise<Map<string, number>> {
  const rows = await queries
    .select({ payload: events.payload })
    .from(events)
    .where(and(eq(events.conversationId, userId), gt(events.rev, after), eq(events.type, 'ConversationJoined')))
    .orderBy(asc(events.rev))
  return new Map(
    rows.flatMap(({ payload }) =>
      payload.__typename === 'ConversationJoined' ? [[payload.conversation.id, payload.joinedRev] as const] : [],
    ),
  )
}
