import { inArray } from 'drizzle-orm'
import { tables, type Transaction } from '../../../../platform/database/index.ts'
import { ofMessages } from '../messageKeys.ts'
import type { MessageRow } from '../messageRow.ts'
import { lockAttachments, removeAttachments } from './attachments.ts'

const { attachments, messageAttachments } = tables

const idsOf = ({ extras }: Pick<MessageRow, 'extras'>) => (extras?.attachments ?? []).map(({ id }) => id)

/** Writes which files these messages have, and that they are used, in two statements; none where none has any. */
export async function insertMessageAttachments(tx: Transaction, rows: readonly MessageRow[]): Promise<void> {
  const values = rows.flatMap((row) =>
    idsOf(row).map((attachmentId) => ({ conversationId: row.conversationId, seq: row.seq, attachmentId })),
  )
  if (values.length === 0) return
  await tx.insert(messageAttachments).values(values)
  const ids = [...new Set(values.map(({ attachmentId }) => attachmentId))]
  await tx.update(attachments).set({ state: 'USED', expiresAt: null }).where(inArray(attachments.id, ids))
}

/** Takes a message's files from it; those that no other message has go with their bytes. Nothing is asked where it has none. */
export async function dropMessageAttachments(tx: Transaction, message: MessageRow, now: number): Promise<void> {
  const ids = idsOf(message)
  if (ids.length === 0) return
  // Held, so that nobody forwards them meanwhile.
  const rows = await lockAttachments(tx, ids)
  await tx.delete(messageAttachments).where(ofMessages(messageAttachments, [message]))
  const left = await tx
    .selectDistinct({ id: messageAttachments.attachmentId })
    .from(messageAttachments)
    .where(inArray(messageAttachments.attachmentId, ids))
  const used = new Set(left.map(({ id }) => id))
  await removeAttachments(
    tx,
    rows.filter(({ id }) => !used.has(id)),
    now,
  )
}
