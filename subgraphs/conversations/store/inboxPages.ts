import { and, desc, eq, gt, lt, or, sql, type SQL } from 'drizzle-orm'
import { prepared, tables, type Queries } from '../../../platform/database/index.ts'
import type { Page } from '../../../platform/pagination/index.ts'
import { isOfViewer, viewsOf, type ConversationView } from './conversationViews.ts'

const { members, timelines } = tables

/** Place in an inbox: pinned ones (1) before the others (0), then last activity, and the id where two are equal. */
export type InboxKey = [pinned: number, lastActivityAt: number, id: string]

export type InboxFilter = 'ALL' | 'UNREAD' | 'ARCHIVED'

/**
 * A page of the viewer's inbox and one more, in one statement. Like conversationPages, it sorts the viewer's own
 * conversations: to keep them sorted, every message would have to write a row for every member.
 */
export async function readInboxPage(
  queries: Queries,
  viewerId: string,
  filter: InboxFilter,
  { limit, after }: Page<InboxKey>,
): Promise<ConversationView[]> {
  if (!after) return firstPages[filter](queries, { viewerId, limit: limit + 1 })
  return pageOf(queries, and(isOfViewer(viewerId), filters[filter], beyond(after))).limit(limit + 1)
}

const pageOf = (queries: Queries, which: SQL | undefined) =>
  viewsOf(queries)
    .where(which)
    .orderBy(desc(members.pinned), desc(timelines.lastActivityAt), desc(members.conversationId))

const inInbox = eq(members.archived, false)

const filters = {
  ALL: inInbox,
  // The formula of domain/unread.ts, as a condition.
  UNREAD: and(
    inInbox,
    or(
      eq(members.markedUnread, true),
      and(
        gt(timelines.lastSeq, members.joinedSeq),
        gt(timelines.lastSeq, members.readSeq),
        gt(timelines.lastSeq, members.ownSeq),
        gt(timelines.lastSeq, members.clearedSeq),
      ),
    ),
  ),
  ARCHIVED: eq(members.archived, true),
}

/** What everybody opens first. */
const firstPage = (filter: InboxFilter) =>
  prepared((queries) =>
    pageOf(queries, and(isOfViewer(sql.placeholder('viewerId')), filters[filter])).limit(sql.placeholder('limit')),
  )
const firstPages = { ALL: firstPage('ALL'), UNREAD: firstPage('UNREAD'), ARCHIVED: firstPage('ARCHIVED') }

const beyond = ([pinned, lastActivityAt, id]: InboxKey) =>
  or(
    sql`${members.pinned} < ${pinned}`,
    and(sql`${members.pinned} = ${pinned}`, lt(timelines.lastActivityAt, lastActivityAt)),
    and(
      sql`${members.pinned} = ${pinned}`,
      eq(timelines.lastActivityAt, lastActivityAt),
      lt(members.conversationId, id),
    ),
  )
