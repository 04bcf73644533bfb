import { and, eq } from 'drizzle-orm'
import { tables, type Transaction } from '../../../platform/database/index.ts'

const { attachments, scheduledMessages } = tables

/** Takes away all that a user has scheduled. Files that were held for it go with the uploads that nobody has used. */
export async function deleteScheduledOf(tx: Transaction, userId: string, now: number): Promise<void> {
  await tx.delete(scheduledMessages).where(eq(scheduledMessages.senderId, userId))
  await tx
    .update(attachments)
    .set({ state: 'READY', expiresAt: now })
    .where(and(eq(attachments.uploaderId, userId), eq(attachments.state, 'HELD')))
}
