import type { Database } from '../../platform/database/database.ts'
import type { EventLog } from '../../platform/events/index.ts'
import type { Logger, Metrics } from '../../platform/telemetry/index.ts'
import { joining } from './batching.ts'
import type { Desk, Occasion, Push, SpreadInHand } from './desk.ts'
import { startLoop } from './loop.ts'
import { notificationsMetrics } from './metrics.ts'
import { startPushing } from './push/pushing.ts'
import { createSender } from './push/send.ts'
import { spreadOn } from './spreading.ts'
import { createTelling } from './telling.ts'

export interface NotificationsOptions<P extends Push, S extends SpreadInHand> {
  /** The conversations database: what conversations and their members' settings say. */
  database: Database
  log: EventLog
  /** The users' side, handed in by who starts this. */
  desk: Desk<P, S>
  /** Who runs this, for push services: `mailto:…` or `https://…`. */
  subject: string
  /** Push services inside, also without TLS. */
  privateEndpoints: boolean
  logger: Logger
  metrics: Metrics
  /** Tests shorten it. */
  pushBackOff?: { leastMs: number; mostMs: number }
}

export interface NotificationsWorker {
  /** Resolves when what is in hand is done or left to others. */
  stop(): Promise<void>
}

/** Occasions of several conversations in one transaction. */
const MAX_JOINED = 500

/** How often it is looked whether another worker has left a mention of everyone behind, in milliseconds. */
const LOOK_MS = 1_000
const MOST_REST_MS = 200

/**
 * Tells users what is meant for them: reads the event log in a consumer group of its own, writes notifications, and sends push
 * messages. Outages of a database or of the log are waited out. Resolves once it consumes.
 */
export async function startNotifications<P extends Push, S extends SpreadInHand>(
  options: NotificationsOptions<P, S>,
): Promise<NotificationsWorker> {
  const { database, log, desk, subject, privateEndpoints, logger, metrics, pushBackOff: backOff } = options
  const { told } = notificationsMetrics(metrics)
  const parts = { database, desk: desk as Desk, now: Date.now }
  const notify = joining((occasions: readonly Occasion[]) => desk.notify(occasions), MAX_JOINED)
  const { leave, spreads } = desk
  const tell = createTelling({ ...parts, desk: { notify, leave, spreads: spreads as Desk['spreads'] } })
  const sender = createSender({ vapidKeys: () => desk.vapidKeys(), subject, privateEndpoints })
  const pushing = startPushing({ queue: desk.pushes, sender, database, logger, metrics, ...(backOff && { backOff }) })
  const spreading = startLoop('telling everyone', logger, async () => {
    const begin = performance.now()
    // Half of the time belongs to others: in one process, a batch on SQLite holds up everything else.
    return (await spreadOn(parts)) ? Math.min(MOST_REST_MS, performance.now() - begin) : LOOK_MS
  })
  const consumer = await log.consume('conversation-events', 'notifications', async (events) => {
    const count = await tell(events)
    if (count === 0) return
    told.inc(count)
    spreading.wake()
    pushing.wake()
  })
  logger.info('notifications has started')
  return {
    async stop() {
      await consumer.stop()
      await Promise.all([spreading.stop(), pushing.stop()])
    },
  }
}
