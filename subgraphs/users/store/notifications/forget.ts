import { eq } from 'drizzle-orm'
import { tables } from '../../../../platform/database/index.ts'
import type { Transaction } from '../../../../platform/database/index.ts'

const { notifications, notificationReads, notificationSettings, pushSubscriptions, pushQueue } = tables

/** Takes away everything that was kept to notify a user. The head stays: positions are never given out twice. */
export async function forgetNotificationsOf(tx: Transaction, userId: string): Promise<void> {
  for (const table of [notifications, notificationReads, notificationSettings, pushSubscriptions, pushQueue]) {
    await tx.delete(table).where(eq(table.userId, userId))
  }
}
