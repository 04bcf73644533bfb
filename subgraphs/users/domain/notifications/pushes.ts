import type { Database } from '../../../../platform/database/index.ts'
import type { NotificationRow } from '../../store/notifications/notifications.ts'
import {
  deletePushes,
  nextPushDue,
  postponePush,
  readPushFacts,
  takePushes,
} from '../../store/notifications/pushQueue.ts'
import type { PushFacts, QueuedPush } from '../../store/notifications/pushQueue.ts'
import { removeSubscriptionById } from '../../store/notifications/pushSubscriptions.ts'

/** A push message that is to be sent now. */
export interface Push {
  queued: QueuedPush
  subscription: { endpoint: string; keys: { p256dh: string; auth: string } }
  notification: Pick<
    NotificationRow,
    'id' | 'userId' | 'kind' | 'conversationId' | 'messageId' | 'messageSeq' | 'createdAt'
  >
  /** The user allows names and text in it. */
  includeText: boolean
  /** How many of the user's notifications are unread now. */
  unread: number
  actorName: string
}

/** So long a worker has what it took, twice as long as a push service may take; then another may take it. */
const LEASE_MS = 20_000

/** The queue of push messages. Several workers may take from it. */
export const pushQueueOf = (database: Database, now: () => number) => ({
  /** When the next one is due, in milliseconds since 1970; null where none waits. */
  next: () => nextPushDue(database),

  /** At most `limit` that are due. Those that have become pointless (read, signed out) are dropped on the way. */
  async take(limit: number): Promise<Push[]> {
    const lease = { now: now(), leaseUntil: now() + LEASE_MS, limit }
    const queued = await database.transaction((tx) => takePushes(tx, lease))
    if (queued.length === 0) return []
    const facts = await readPushFacts(
      database,
      queued.map(({ id }) => id),
    )
    const byId = new Map(facts.map((fact) => [fact.pushId, fact]))
    const pushes = queued.map((one) => pushOf(one, byId.get(one.id), now()))
    const pointless = queued.filter((_, index) => pushes[index] === undefined).map(({ id }) => id)
    await deletePushes(database, pointless)
    return pushes.filter((push) => push !== undefined)
  },

  /** It was sent, or is not to be sent any more. */
  done: ({ queued }: Push) => deletePushes(database, [queued.id]),

  /** Its browser is gone for good, and takes what else waits for it along. */
  async gone({ queued }: Push): Promise<void> {
    await removeSubscriptionById(database, queued.subscriptionId)
    await deletePushes(database, [queued.id])
  },

  /** It is tried again at `at`. */
  later: ({ queued }: Push, at: number) => postponePush(database, queued, at),
})
export type PushQueue = ReturnType<typeof pushQueueOf>

function pushOf(queued: QueuedPush, facts: PushFacts | undefined, now: number): Push | undefined {
  const { subscription, notification, sessionExpiresAt, sessionRevokedAt } = facts ?? {}
  if (!subscription || !notification || notification.readAt !== null) return undefined
  if (!sessionExpiresAt || sessionExpiresAt <= now || sessionRevokedAt !== null) return undefined
  // Somebody else has signed in there since.
  if (subscription.userId !== notification.userId) return undefined
  const { endpoint, p256dh, auth } = subscription
  return {
    queued,
    subscription: { endpoint, keys: { p256dh, auth } },
    notification,
    includeText: facts?.includeText ?? false,
    unread: facts?.unread ?? 0,
    actorName: facts?.actorName ?? '',
  }
}
