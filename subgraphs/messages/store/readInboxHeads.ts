import { and, desc, eq } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'

const { members, timelines } = tables

/** Where the viewer's conversations stand: those in which something happened last, `limit` at most. */
export async function readInboxHeads(
  queries: Queries,
  userId: string,
  limit: number,
): Promise<{ conversationId: string; rev: number }[]> {
  return queries
    .select({ conversationId: members.conversationId, rev: timelines.rev })
    .from(members)
    .innerJoin(timelines, eq(timelines.conversationId, members.conversationId))
    .where(and(eq(members.userId, userId), eq(members.state, 'ACTIVE')))
    .orderBy(desc(timelines.lastActivityAt), desc(members.conversationId))
    .limit(limit)
}
