import { and, eq, type SQL } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'
import type { MemberRow } from './members.ts'

const { conversations, members } = tables

/** How far a member has come. */
export type Pointers = Pick<MemberRow, 'userId' | 'readSeq' | 'deliveredSeq'>

/** Of all active members: at most `limit`. */
export const readReceipts = (queries: Queries, conversationId: string, limit: number): Promise<Pointers[]> =>
  read(queries, eq(members.conversationId, conversationId)).limit(limit)

/** Of one active member, with how many there are. */
export async function readReceipt(queries: Queries, conversationId: string, userId: string) {
  const [row] = await read(queries, and(eq(members.conversationId, conversationId), eq(members.userId, userId)))
  return row
}

const read = (queries: Queries, which: SQL | undefined) =>
  queries
    .select({
      userId: members.userId,
      readSeq: members.readSeq,
      deliveredSeq: members.deliveredSeq,
      memberCount: conversations.memberCount,
    })
    .from(members)
    .innerJoin(conversations, eq(conversations.id, members.conversationId))
    .where(and(which, eq(members.state, 'ACTIVE')))
