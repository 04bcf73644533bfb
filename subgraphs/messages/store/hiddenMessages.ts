import { and, eq } from 'drizzle-orm'
import { type Database, type Queries, tables } from '../../../platform/database/index.ts'
import { ofMessages } from './messageKeys.ts'
import type { MessageKey } from './messageRow.ts'

const { hiddenMessages } = tables

/** Hides a message from one user. Again is the same. */
export async function hideMessage(database: Database, userId: string, { conversationId, seq }: MessageKey) {
  await database.dialect.insertIgnore(database, hiddenMessages, { conversationId, userId, seq })
}

/** Those of the messages that the user has hidden. */
export async function readHidden(queries: Queries, userId: string, keys: readonly MessageKey[]): Promise<MessageKey[]> {
  return queries
    .select({ conversationId: hiddenMessages.conversationId, seq: hiddenMessages.seq })
    .from(hiddenMessages)
    .where(and(eq(hiddenMessages.userId, userId), ofMessages(hiddenMessages, keys)))
}
