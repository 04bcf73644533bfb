import { type Queries, tables } from '../../../platform/database/index.ts'
import { ofMessages } from './messageKeys.ts'
import type { MessageKey } from './messageRow.ts'

const { messages } = tables

/** When these messages were sent, in no order. */
export async function readTimes(
  queries: Queries,
  keys: readonly MessageKey[],
): Promise<(MessageKey & { createdAt: number })[]> {
  if (keys.length === 0) return []
  const { conversationId, seq, createdAt } = messages
  return queries.select({ conversationId, seq, createdAt }).from(messages).where(ofMessages(messages, keys))
}
