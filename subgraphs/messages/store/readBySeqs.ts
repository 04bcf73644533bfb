import { type Queries, tables } from '../../../platform/database/index.ts'
import { ofMessages } from './messageKeys.ts'
import type { MessageKey, MessageRow } from './messageRow.ts'

/** Messages by their places, in no order. */
export async function readBySeqs(queries: Queries, keys: readonly MessageKey[]): Promise<MessageRow[]> {
  if (keys.length === 0) return []
  return queries.select().from(tables.messages).where(ofMessages(tables.messages, keys))
}
