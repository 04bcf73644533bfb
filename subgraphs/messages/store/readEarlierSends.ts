import { and, eq, inArray, or } from 'drizzle-orm'
import { type Queries, tables } from '../../../platform/database/index.ts'
import type { MessageRow } from './messageRow.ts'

const { messages } = tables

export interface SenderSends {
  conversationId: string
  senderId: string
  clientMessageIds: string[]
}

/** The messages that these senders have stored before under these clientMessageIds, in one statement. */
export async function readEarlierSends(queries: Queries, sends: readonly SenderSends[]): Promise<MessageRow[]> {
  const keys = sends.map(({ conversationId, senderId, clientMessageIds }) =>
    and(
      eq(messages.conversationId, conversationId),
      eq(messages.senderId, senderId),
      inArray(messages.clientMessageId, clientMessageIds),
    ),
  )
  return queries
    .select()
    .from(messages)
    .where(or(...keys))
}
