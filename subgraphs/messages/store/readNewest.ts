import { and, eq, getTableColumns, inArray } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'
import type { MessageRow } from './messageRow.ts'

const { messages, timelines } = tables

/** The newest message of each conversation that has one: the timeline knows its place, so it is one key look-up each. */
export async function readNewest(queries: Queries, conversationIds: readonly string[]): Promise<MessageRow[]> {
  return queries
    .select(getTableColumns(messages))
    .from(timelines)
    .innerJoin(
      messages,
      and(eq(messages.conversationId, timelines.conversationId), eq(messages.seq, timelines.lastSeq)),
    )
    .where(inArray(timelines.conversationId, [...conversationIds]))
}
