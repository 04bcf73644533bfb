import { and, asc, eq, gte } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'

const { conversations, drafts, members } = tables

/** A conversation as one who is or was a member keeps it. */
export type Membership = Awaited<ReturnType<typeof readMemberships>>[number]

/** Conversations that a user is or was a member of, from one id on, in the order of their ids. */
export const readMemberships = (queries: Queries, userId: string, { from, limit }: { from: string; limit: number }) =>
  queries
    .select({
      conversationId: members.conversationId,
      kind: conversations.kind,
      title: conversations.title,
      role: members.role,
      state: members.state,
      joinedAt: members.joinedAt,
      readSeq: members.readSeq,
      mutedUntil: members.mutedUntil,
      pinned: members.pinned,
      archived: members.archived,
      notificationLevel: members.notificationLevel,
      draft: drafts.text,
    })
    .from(members)
    .innerJoin(conversations, eq(conversations.id, members.conversationId))
    .leftJoin(drafts, and(eq(drafts.conversationId, members.conversationId), eq(drafts.userId, members.userId)))
    .where(and(eq(members.userId, userId), gte(members.conversationId, from)))
    .orderBy(asc(members.conversationId))
    .limit(limit)
