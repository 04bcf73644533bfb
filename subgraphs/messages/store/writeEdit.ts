import { and, eq } from 'drizzle-orm'
import { tables, type Transaction } from '../../../platform/database/index.ts'
import type { MessageRow } from './messageRow.ts'

const { messageEdits, messages } = tables

/** Keeps the text as it was, and writes the message as it is now. `tx` holds the lock on the timeline. */
export async function writeEdit(tx: Transaction, before: MessageRow, after: MessageRow): Promise<void> {
  const { conversationId, seq, version, text, rev } = before
  const writtenAt = before.editedAt ?? before.createdAt
  await tx.insert(messageEdits).values({ conversationId, seq, version, text, writtenAt, rev })
  await tx
    .update(messages)
    .set({
      text: after.text,
      version: after.version,
      editedAt: after.editedAt,
      rev: after.rev,
      extras: after.extras,
    })
    .where(and(eq(messages.conversationId, conversationId), eq(messages.seq, seq)))
}
