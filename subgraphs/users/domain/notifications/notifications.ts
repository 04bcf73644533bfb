import type { Database } from '../../../../platform/database/index.ts'
import type { PubSub } from '../../../../platform/events/index.ts'
import type { Logger } from '../../../../platform/telemetry/index.ts'
import type { VapidKeys } from '../../store/notifications/vapidKeys.ts'
import { tellOver } from './parts.ts'
import type { NotificationParts } from './parts.ts'
import type { PushParts } from './pushSubscriptions.ts'
import { vapidKeysOf } from './vapid.ts'

/** What the resolvers of notifications stand on. */
export interface Notifications extends NotificationParts, PushParts {
  vapidKeys(): Promise<VapidKeys>
}

export interface NotificationOptions {
  pubsub: PubSub
  /** Unset: the keys in the database, made where there are none. */
  vapid?: VapidKeys
  /** Push services inside may be named. */
  privateEndpoints?: boolean
}

export const createNotifications = (
  { database, logger, now }: { database: Database; logger: Logger; now: () => number },
  { pubsub, vapid, privateEndpoints = false }: NotificationOptions,
): Notifications => ({
  database,
  now,
  tell: tellOver(pubsub, logger),
  privateEndpoints,
  vapidKeys: vapidKeysOf(database, vapid, now),
})
