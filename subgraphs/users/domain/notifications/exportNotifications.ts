import type { Database } from '../../../../platform/database/index.ts'
import { readNotifications } from '../../store/notifications/notifications.ts'
import { readSubscriptions } from '../../store/notifications/pushSubscriptions.ts'
import { findSettings } from '../../store/notifications/settings.ts'
import { timeOfDay } from './quietHours.ts'
import { settingsOf } from './settings.ts'

/**
 * What is kept to notify a user, newest first, at most `limit + 1` of each. Of a browser only its push service: who has its
 * address can send there.
 */
export async function exportNotifications(database: Database, userId: string, limit: number, now: number) {
  const page = { direction: 'forward', limit } as const
  const notifications = await readNotifications(database, userId, page, false)
  const browsers = await readSubscriptions(database, userId, now)
  const { quietHours, ...settings } = settingsOf(await findSettings(database, userId))
  const hours = quietHours && { ...quietHours, start: timeOfDay(quietHours.start), end: timeOfDay(quietHours.end) }
  return {
    notificationSettings: { ...settings, quietHours: hours },
    notifications: notifications.map(({ id, kind, conversationId, messageId, actorId, createdAt, readAt }) => ({
      ...{ id, kind, conversationId, messageId, actorId },
      ...{ createdAt: toIso(createdAt), readAt: readAt === null ? null : toIso(readAt) },
    })),
    pushSubscriptions: browsers.map(({ id, endpoint, createdAt }) => ({
      ...{ id, pushService: new URL(endpoint).origin, createdAt: toIso(createdAt) },
    })),
  }
}

const toIso = (at: number) => new Date(at).toISOString()
