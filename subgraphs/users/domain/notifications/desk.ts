import type { Database } from '../../../../platform/database/index.ts'
import type { PubSub } from '../../../../platform/events/index.ts'
import type { Logger } from '../../../../platform/telemetry/index.ts'
import type { VapidKeys } from '../../store/notifications/vapidKeys.ts'
import type { Occasion } from './decide.ts'
import { readSelection } from './markNotificationsRead.ts'
import { MAX_OCCASIONS, notify } from './notify.ts'
import type { Presence } from './notify.ts'
import { tellOver } from './parts.ts'
import { pushQueueOf } from './pushes.ts'
import { spreadsOf } from './spreads.ts'
import { vapidKeysOf } from './vapid.ts'

export interface DeskParts {
  /** The users database. */
  database: Database
  pubsub: PubSub
  logger: Logger
  /** Unset: nobody counts as online. */
  presence?: Presence
  /** Unset: the keys in the database. */
  vapid?: VapidKeys
  now?: () => number
}

/**
 * What the notifications worker has of the users' side: whom it may tell what, by their rules, and the push messages that
 * follow from it.
 */
export function createNotificationDesk({ database, pubsub, logger, presence, vapid, now = Date.now }: DeskParts) {
  const parts = { database, tell: tellOver(pubsub, logger), now, ...(presence && { presence }) }
  return {
    /** Notifies users of occasions, in batches; repeated, it changes nothing. */
    async notify(occasions: readonly Occasion[]): Promise<void> {
      for (let at = 0; at < occasions.length; at += MAX_OCCASIONS) {
        await notify(parts, occasions.slice(at, at + MAX_OCCASIONS))
      }
    },
    /** A user is no member of a conversation any more: nothing of it is unread to them. */
    async leave(userId: string, conversationId: string): Promise<void> {
      const selection = { notificationIds: null, conversationId, upToRev: Number.MAX_SAFE_INTEGER }
      const { events } = await readSelection(database, userId, selection, now())
      await parts.tell(events)
    },
    spreads: spreadsOf(database, now),
    pushes: pushQueueOf(database, now),
    vapidKeys: vapidKeysOf(database, vapid, now),
  }
}
export type NotificationDesk = ReturnType<typeof createNotificationDesk>
