import { and, asc, desc, eq, gt, lt } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'
import type { Page } from '../../../platform/pagination/index.ts'
import type { MessageKey } from './messageRow.ts'

const { messageEdits } = tables

export type EditRow = typeof messageEdits.$inferSelect

/** Earlier texts of a message by version: `limit + 1` of them, in the page's direction. */
export async function readEdits(
  queries: Queries,
  { conversationId, seq }: MessageKey,
  { direction, limit, after, before }: Page<[number]>,
): Promise<EditRow[]> {
  return queries
    .select()
    .from(messageEdits)
    .where(
      and(
        eq(messageEdits.conversationId, conversationId),
        eq(messageEdits.seq, seq),
        after && gt(messageEdits.version, after[0]),
        before && lt(messageEdits.version, before[0]),
      ),
    )
    .orderBy(direction === 'forward' ? asc(messageEdits.version) : desc(messageEdits.version))
    .limit(limit + 1)
}
