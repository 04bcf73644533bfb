import { and, eq, or } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'
import type { MessageRow } from './messageRow.ts'
import type { Place } from './readPlaces.ts'

const { messages } = tables

/** The newest message of each place that has one: one key look-up each, in one statement. */
export async function readNewest(queries: Queries, places: readonly Place[]): Promise<MessageRow[]> {
  return queries
    .select()
    .from(messages)
    .where(
      or(
        ...places.map(({ conversationId, lastSeq }) =>
          and(eq(messages.conversationId, conversationId), eq(messages.seq, lastSeq)),
        ),
      ),
    )
}
