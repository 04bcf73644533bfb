import { desc, eq } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'
import { isOfViewer } from './conversationViews.ts'

const { members, timelines } = tables

/** How far the logs of the viewer's conversations go: those in which something happened last, `limit` at most. */
export const readInboxHeads = async (
  queries: Queries,
  viewerId: string,
  limit: number,
): Promise<{ id: string; rev: number }[]> =>
  queries
    .select({ id: members.conversationId, rev: timelines.rev })
    .from(members)
    .innerJoin(timelines, eq(timelines.conversationId, members.conversationId))
    .where(isOfViewer(viewerId))
    .orderBy(desc(timelines.lastActivityAt), desc(members.conversationId))
    .limit(limit)
