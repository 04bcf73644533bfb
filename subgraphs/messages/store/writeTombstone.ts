import { and, eq } from 'drizzle-orm'
import { tables, type Transaction } from '../../../platform/database/index.ts'
import { dropMessageAttachments } from './files/messageAttachments.ts'
import { ofMessages } from './messageKeys.ts'
import type { MessageRow } from './messageRow.ts'

const { messageEdits, messages } = tables

/** Tables with what goes when a message's text goes. */
const belongings = [
  tables.expiries,
  tables.mentions,
  tables.messageEdits,
  tables.messageSearch,
  tables.pins,
  tables.reactions,
]

/**
 * Empties a message's row and takes away what belonged to it. Resolves with the positions of the events that carried its
 * texts. `tx` holds the lock on the timeline.
 */
export async function writeTombstone(tx: Transaction, before: MessageRow, after: MessageRow): Promise<number[]> {
  const key = [{ conversationId: before.conversationId, seq: before.seq }]
  await dropMessageAttachments(tx, before, after.deletedAt ?? Date.now())
  const edits = await tx.select({ rev: messageEdits.rev }).from(messageEdits).where(ofMessages(messageEdits, key))
  for (const table of belongings) await tx.delete(table).where(ofMessages(table, key))
  await tx
    .update(messages)
    .set({
      text: after.text,
      version: after.version,
      deletedAt: after.deletedAt,
      deletedBy: after.deletedBy,
      rev: after.rev,
      extras: after.extras,
    })
    .where(and(eq(messages.conversationId, before.conversationId), eq(messages.seq, before.seq)))
  return [before.rev, ...edits.map(({ rev }) => rev)]
}
