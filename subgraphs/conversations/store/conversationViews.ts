import { and, eq, inArray, sql, type Placeholder } from 'drizzle-orm'
import { preparedList, tables, type Queries } from '../../../platform/database/index.ts'
import type { Settings } from './settings.ts'

const { conversations, members, timelines } = tables

type MemberRow = typeof members.$inferSelect

/** A member as others see them. */
export type MemberView = Pick<MemberRow, 'userId' | 'role' | 'joinedAt' | 'readSeq' | 'deliveredSeq'>

/** The viewer's own membership, with what only they see. */
export type ViewerMember = MemberView &
  Pick<MemberRow, 'joinedSeq' | 'ownSeq' | 'clearedSeq' | 'settingsVersion'> &
  Settings

/**
 * A conversation as one of its members sees it. One statement reads it with its position: what is read after this is at
 * least as new as `rev`, so that events after `rev` complete it (I4).
 */
export type ConversationView = Pick<
  typeof conversations.$inferSelect,
  'id' | 'kind' | 'title' | 'topic' | 'avatarUrl' | 'createdAt' | 'memberCount' | 'blocked'
> &
  Pick<typeof timelines.$inferSelect, 'rev' | 'lastSeq' | 'lastActivityAt'> & { viewer: ViewerMember }

/** What every read of conversations starts from: those of one viewer, with the viewer's own membership. */
export const viewsOf = (queries: Queries) =>
  queries
    .select({
      id: conversations.id,
      kind: conversations.kind,
      title: conversations.title,
      topic: conversations.topic,
      avatarUrl: conversations.avatarUrl,
      createdAt: conversations.createdAt,
      memberCount: conversations.memberCount,
      blocked: conversations.blocked,
      rev: timelines.rev,
      lastSeq: timelines.lastSeq,
      lastActivityAt: timelines.lastActivityAt,
      viewer: {
        userId: members.userId,
        role: members.role,
        joinedAt: members.joinedAt,
        joinedSeq: members.joinedSeq,
        readSeq: members.readSeq,
        deliveredSeq: members.deliveredSeq,
        ownSeq: members.ownSeq,
        clearedSeq: members.clearedSeq,
        settingsVersion: members.settingsVersion,
        mutedUntil: members.mutedUntil,
        pinned: members.pinned,
        archived: members.archived,
        markedUnread: members.markedUnread,
        notificationLevel: members.notificationLevel,
      },
    })
    .from(members)
    .innerJoin(timelines, eq(timelines.conversationId, members.conversationId))
    .innerJoin(conversations, eq(conversations.id, members.conversationId))

export const isOfViewer = (viewerId: string | Placeholder) =>
  and(eq(members.userId, viewerId), eq(members.state, 'ACTIVE'))

/** Those of `ids` that the viewer is a member of, by id. */
export async function findViews(
  queries: Queries,
  viewerId: string,
  ids: readonly string[],
): Promise<Map<string, ConversationView>> {
  const rows = await selectViews(queries, ids, { viewerId })
  return new Map(rows.map((row) => [row.id, row]))
}

const selectViews = preparedList((queries, ids) =>
  viewsOf(queries).where(and(isOfViewer(sql.placeholder('viewerId')), inArray(members.conversationId, ids))),
)
