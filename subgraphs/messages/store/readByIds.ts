import { inArray } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'
import type { MessageRow } from './messageRow.ts'

/** Messages by id, in no order; unknown ids are left out. */
export async function readByIds(queries: Queries, ids: readonly string[]): Promise<MessageRow[]> {
  return queries
    .select()
    .from(tables.messages)
    .where(inArray(tables.messages.id, [...ids]))
}
