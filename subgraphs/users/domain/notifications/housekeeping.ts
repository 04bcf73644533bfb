import { deleteOldNotifications, findForgotten } from '../../store/notifications/notifications.ts'
import { deleteEndedSubscriptions } from '../../store/notifications/pushSubscriptions.ts'
import { deleteOldReads } from '../../store/notifications/reads.ts'
import { readSelection } from './markNotificationsRead.ts'
import type { NotificationParts } from './parts.ts'

const DAY_MS = 24 * 60 * 60_000
/** Notifications are kept so long; the log reaches back no further. */
const KEEP_MS = 90 * DAY_MS
const BATCH = 500

/**
 * One run: what is older than 90 days counts as read, then goes; browsers of ended sessions go. In batches; resolves with
 * true when there is more.
 */
export async function keepNotifications({ database, tell, now }: NotificationParts): Promise<boolean> {
  const before = now() - KEEP_MS
  const forgotten = await findForgotten(database, before, BATCH)
  for (const [userId, upToRev] of forgotten) {
    const selection = { notificationIds: null, conversationId: null, upToRev }
    await tell((await readSelection(database, userId, selection, now())).events)
  }
  const counts = [
    await deleteOldNotifications(database, before, BATCH),
    await deleteOldReads(database, before, BATCH),
    await deleteEndedSubscriptions(database, now(), BATCH),
  ]
  return forgotten.size > 0 || counts.some((count) => count === BATCH)
}
