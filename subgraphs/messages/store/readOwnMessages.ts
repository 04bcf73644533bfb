import { and, asc, eq, gt } from 'drizzle-orm'
import { tables, type Queries } from '../../../platform/database/index.ts'
import type { ReadRow } from './messageRow.ts'

const { messages } = tables

/**
 * What a user wrote in a conversation, in the order of `clientMessageId`: that index is there for retries, so however long the
 * conversation is, a page costs what it holds, and sends pay for no other index.
 */
export const readOwnMessages = (
  queries: Queries,
  { conversationId, senderId }: { conversationId: string; senderId: string },
  { after, limit }: { after: string; limit: number },
): Promise<ReadRow[]> =>
  queries
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.senderId, senderId),
        gt(messages.clientMessageId, after),
      ),
    )
    .orderBy(asc(messages.clientMessageId))
    .limit(limit)
