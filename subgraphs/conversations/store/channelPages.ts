import { and, asc, desc, eq, gt, lt, or, sql } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'
import type { Page } from '../../../platform/pagination/index.ts'

const { conversations, members } = tables

/** Place of a channel among all: its size, and its id where two are equal. */
export type SizeKey = [memberCount: number, id: string]

/** A channel as anyone sees it. */
export type ChannelListing = Pick<
  typeof conversations.$inferSelect,
  'id' | 'kind' | 'title' | 'topic' | 'avatarUrl' | 'memberCount'
> & {
  /** The viewer, where they are a member. */
  member: string | null
}

/**
 * A page of the listed channels and one more, in one statement; where `search` has keys, of those alone whose title has one
 * of them. Without any it is a short read of the index on size; with some the read goes on until the page is full, at worst
 * over every channel there is, and never over groups.
 */
export async function readChannelPage(
  queries: Queries,
  viewerId: string,
  search: readonly string[],
  { direction, limit, after, before }: Page<SizeKey>,
): Promise<ChannelListing[]> {
  const along = direction === 'forward' ? desc : asc
  const { id, kind, title, topic, avatarUrl, memberCount } = conversations
  return queries
    .select({ id, kind, title, topic, avatarUrl, memberCount, member: members.userId })
    .from(conversations)
    .leftJoin(members, and(eq(members.conversationId, id), eq(members.userId, viewerId), eq(members.state, 'ACTIVE')))
    .where(
      and(
        eq(conversations.listed, true),
        or(...search.map(contains)),
        after && beyond(lt, after),
        before && beyond(gt, before),
      ),
    )
    .orderBy(along(memberCount), along(id))
    .limit(limit + 1)
}

/** What is a wildcard to the database is a character like any other to who searches. */
const contains = (search: string) =>
  sql`${conversations.titleKey} like ${`%${search.replace(/[!%_]/g, '!$&')}%`} escape '!'`

const beyond = (compare: typeof lt, [memberCount, id]: SizeKey) =>
  or(
    compare(conversations.memberCount, memberCount),
    and(eq(conversations.memberCount, memberCount), compare(conversations.id, id)),
  )
