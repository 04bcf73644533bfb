import { and, asc, desc, eq, gt, gte, lt, lte, ne, or, sql, type SQL } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'
import type { Page } from '../../../platform/pagination/index.ts'
import type { MemberView } from './conversationViews.ts'

const { members, messages } = tables

/** Place of a member in the conversation's list: when they joined, and their id where two came together. */
export type JoinKey = [joinedAt: number, userId: string]

export interface MemberPage {
  conversationId: string
  page: Page<JoinKey>
  /** Only those who have read up to this message, were there when it came, and did not write it. */
  seenSeq?: number
  /** Members, unless told. */
  state?: 'ACTIVE' | 'BANNED'
}

interface Row extends Record<string, unknown> {
  place: number
  user_id: string
  role: MemberView['role']
  joined_at: number
  read_seq: number
  delivered_seq: number
}

/** A full page of conversations, each with members, readers and bans. SQLite joins at most 500 selects in one statement. */
export const MAX_MEMBER_PAGES = 400

/**
 * Pages of the members of many conversations, each with one member more, in the order in which they joined. One
 * statement: a short range read of the index for each page, whatever the size of its conversation. Answers stand in the
 * order of `pages`.
 */
export async function readMemberPages(queries: Queries, pages: readonly MemberPage[]): Promise<MemberView[][]> {
  if (pages.length === 0) return []
  const rows = await queries.rows<Row>(sql.join(pages.map(selectPage), sql` union all `))
  const byPlace: MemberView[][] = pages.map(() => [])
  for (const row of rows) {
    byPlace[row.place]!.push({
      userId: row.user_id,
      role: row.role,
      joinedAt: row.joined_at,
      readSeq: row.read_seq,
      deliveredSeq: row.delivered_seq,
    })
  }
  // A union has no order of its own.
  return byPlace.map((read, place) => {
    read.sort(inOrderOfJoining)
    return pages[place]!.page.direction === 'forward' ? read : read.reverse()
  })
}

/** Wrapped, since SQLite wants no `limit` on a part of a union. */
function selectPage(memberPage: MemberPage, place: number): SQL {
  const { conversationId, page, seenSeq, state = 'ACTIVE' } = memberPage
  const { direction, limit, after, before } = page
  const along = direction === 'forward' ? asc : desc
  // The bounds on the time alone are implied, and are what both databases can begin their read of the index at.
  const wanted = and(
    eq(members.conversationId, conversationId),
    eq(members.state, state),
    after && and(gte(members.joinedAt, after[0]), beyond(gt, after)),
    before && and(lte(members.joinedAt, before[0]), beyond(lt, before)),
    seenSeq === undefined ? undefined : hasSeen(conversationId, seenSeq),
  )
  return sql`select * from (
    select ${sql.raw(String(place))} as place, ${members.userId}, ${members.role}, ${members.joinedAt},
      ${members.readSeq}, ${members.deliveredSeq}
    from ${members} where ${wanted} order by ${along(members.joinedAt)}, ${along(members.userId)} limit ${limit + 1}
  ) as ${sql.identifier(`page${place}`)}`
}

const hasSeen = (conversationId: string, seq: number) =>
  and(gte(members.readSeq, seq), lt(members.joinedSeq, seq), ne(members.userId, senderOf(conversationId, seq)))

/** Empty where there is no such message: then nobody is left out. */
const senderOf = (conversationId: string, seq: number) => sql`coalesce((
  select ${messages.senderId} from ${messages}
  where ${messages.conversationId} = ${conversationId} and ${messages.seq} = ${seq}
), '')`

const beyond = (compare: typeof lt, [joinedAt, userId]: JoinKey) =>
  or(compare(members.joinedAt, joinedAt), and(eq(members.joinedAt, joinedAt), compare(members.userId, userId)))

const inOrderOfJoining = (a: MemberView, b: MemberView) =>
  a.joinedAt - b.joinedAt || (a.userId < b.userId ? -1 : Number(a.userId > b.userId))
