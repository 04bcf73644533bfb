import type { Database } from '../../../platform/database/index.ts'
import { warnOccasionally, type Logger, type Metrics } from '../../../platform/telemetry/index.ts'
import { waitAfter } from '../../../platform/time/backOff.ts'
import type { Push, PushQueue } from '../desk.ts'
import { startLoop, type Loop } from '../loop.ts'
import { notificationsMetrics } from '../metrics.ts'
import { readPushContent } from '../store/conversations.ts'
import { pushMessage } from './message.ts'
import type { Outcome, Sender } from './send.ts'

export interface PushingOptions<P extends Push> {
  queue: PushQueue<P>
  sender: Sender
  /** The conversations database. */
  database: Database
  logger: Logger
  metrics: Metrics
  /** The longest wait between two looks at the queue, in milliseconds. */
  lookMs?: number
  backOff?: { leastMs: number; mostMs: number }
}

/** Push messages on their way at once. */
const IN_FLIGHT = 32
const MAX_ATTEMPTS = 10
/** Nobody wants to be told of it later. Also what push services are told. */
const LIFE_MS = 24 * 60 * 60_000
const MAX_WAIT_MS = 60 * 60_000

/**
 * Sends what waits in the queue: a slow push service holds up its own messages alone. What fails for now is tried again with
 * growing waits, ten times and for a day at most; a browser that is gone is forgotten.
 */
export function startPushing<P extends Push>(options: PushingOptions<P>): Loop {
  const { queue, sender, logger, metrics, lookMs = 1_000 } = options
  const { sent } = notificationsMetrics(metrics)
  const warn = warnOccasionally(logger)
  const stopping = new AbortController()
  const inFlight = new Set<Promise<void>>()

  const one = async (push: P) => {
    const outcome = await sendOne(options, push, stopping.signal)
    sent.inc({ outcome: outcome.outcome })
    // The address of a browser lets anyone send to it: it is not logged.
    if ('reason' in outcome) warn({ reason: outcome.reason }, 'a push message was not taken')
    await settle(options, push, outcome, stopping.signal.aborted)
  }

  const loop = startLoop('sending push messages', logger, async () => {
    if (inFlight.size >= IN_FLIGHT) {
      await Promise.race(inFlight)
      return 0
    }
    const pushes = await queue.take(IN_FLIGHT - inFlight.size)
    for (const push of pushes) {
      const going = one(push)
        .catch((error: unknown) => warn({ error }, 'a push message could not be settled; it is tried again'))
        .finally(() => inFlight.delete(going))
      inFlight.add(going)
    }
    if (pushes.length > 0) return 0
    const next = await queue.next()
    return next === null ? lookMs : Math.min(lookMs, Math.max(10, next - Date.now()))
  })
  return {
    wake: loop.wake,
    async stop() {
      stopping.abort()
      await loop.stop()
      await Promise.allSettled(inFlight)
      await sender.close()
    },
  }
}

async function sendOne<P extends Push>(
  { sender, database }: PushingOptions<P>,
  push: P,
  signal: AbortSignal,
): Promise<Outcome> {
  const content = await readPushContent(database, push.notification)
  // They have left, or the message was deleted: there is nothing to tell any more.
  if (!content || content.deletedAt !== null) return { outcome: 'refused', reason: 'outdated' }
  const life = push.queued.createdAt + LIFE_MS - Date.now()
  return sender.send(push, pushMessage(push, content), life, signal)
}

async function settle<P extends Push>(
  { queue, backOff = { leastMs: 2_000, mostMs: 10 * 60_000 } }: PushingOptions<P>,
  push: P,
  outcome: Outcome,
  stopped: boolean,
): Promise<void> {
  if (outcome.outcome === 'gone') return queue.gone(push)
  if (outcome.outcome !== 'failed') return queue.done(push)
  // It was cut off by the stop, not by the push service.
  if (stopped) return queue.later(push, Date.now())
  const { attempts, createdAt } = push.queued
  const wait = Math.min(MAX_WAIT_MS, Math.max(outcome.retryAfterMs ?? 0, waitAfter(attempts, backOff)))
  if (attempts >= MAX_ATTEMPTS || Date.now() + wait > createdAt + LIFE_MS) return queue.done(push)
  return queue.later(push, Date.now() + wait)
}
