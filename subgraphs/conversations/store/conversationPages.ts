import { and, asc, desc, eq, gt, inArray, lt, or } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'
import type { Page } from '../../../platform/pagination/index.ts'
import { isOfViewer, viewsOf, type ConversationView } from './conversationViews.ts'

const { members, timelines } = tables

/** Place of a conversation in its viewer's list: its last activity, and its id where two are equal. */
export type ActivityKey = [lastActivityAt: number, id: string]

/**
 * A page of the viewer's conversations and one more, newest activity first. The sort is over the viewer's own
 * conversations: to keep it in an index, every message would have to write a row for every member. With `sharedWith` those alone
 * that this user is an active member of too.
 */
export async function readConversationPage(
  queries: Queries,
  viewerId: string,
  { direction, limit, after, before }: Page<ActivityKey>,
  sharedWith?: string,
): Promise<ConversationView[]> {
  const along = direction === 'forward' ? desc : asc
  const ofOther =
    sharedWith === undefined
      ? undefined
      : inArray(
          members.conversationId,
          queries.select({ id: members.conversationId }).from(members).where(isOfViewer(sharedWith)),
        )
  return viewsOf(queries)
    .where(and(isOfViewer(viewerId), ofOther, after && beyond(lt, after), before && beyond(gt, before)))
    .orderBy(along(timelines.lastActivityAt), along(members.conversationId))
    .limit(limit + 1)
}

const beyond = (compare: typeof lt, [lastActivityAt, id]: ActivityKey) =>
  or(
    compare(timelines.lastActivityAt, lastActivityAt),
    and(eq(timelines.lastActivityAt, lastActivityAt), compare(members.conversationId, id)),
  )
