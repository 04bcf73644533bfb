import { and, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { tables } from '../../../platform/database/index.ts'
import type { MessageKey } from './messageRow.ts'

type Keyed = Pick<typeof tables.messages, 'conversationId' | 'seq'>

/** The rows of these messages, in a table that is keyed by conversation and `seq`: one key range for each conversation. */
export const ofMessages = (table: unknown, keys: readonly MessageKey[]): SQL | undefined => {
  const { conversationId, seq } = table as Keyed
  const byConversation = Map.groupBy(keys, (key) => key.conversationId)
  return or(
    ...[...byConversation].map(([id, those]) =>
      and(
        eq(conversationId, id),
        inArray(
          seq,
          those.map((key) => key.seq),
        ),
      ),
    ),
  )
}
