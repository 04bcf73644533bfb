import type { Consumer, EventLog } from '../../platform/events/index.ts'
import { warnOccasionally, type Logger, type Metrics } from '../../platform/telemetry/index.ts'
import { pause, waitAfter } from '../../platform/time/backOff.ts'
import { Bell } from './bell.ts'
import type { Delivery } from './deliver.ts'
import { webhookMetrics } from './metrics.ts'
import { createPoster } from './post.ts'
import { Rounds, type WebhookWork } from './rounds.ts'
import { Woken } from './woken.ts'

export type { WebhookWork } from './rounds.ts'

export interface WebhooksOptions<D extends Delivery> {
  work: WebhookWork<D>
  log: EventLog
  logger: Logger
  metrics: Metrics
  endpoints: 'public' | 'any'
  /** For one request, in milliseconds. */
  timeoutMs: number
  /** Failures in a row after which a webhook is paused. */
  pauseAfter: number
  /** The longest wait between two looks at all webhooks, in milliseconds: so late is what nobody was woken for. */
  sweepMs?: number
}

const backOff = { leastMs: 1_000, mostMs: 3_600_000 }
const slice = 50
/** Between two looks, in milliseconds; it is looked at once where somebody is woken. */
const LOOK_MS = 1_000
/** What a worker that stops waits for requests under way. */
const GRACE_MS = 2_000

/**
 * Brings the events of conversations to webhooks. The event log only wakes it: what is delivered is read from the change log
 * behind each webhook's cursor, so nothing is left out, whatever dies. Outages of the database are waited out.
 * Resolves once it is woken by events. `stop` resolves when the requests under way are answered or given up.
 */
export async function startWebhooks<D extends Delivery>(options: WebhooksOptions<D>): Promise<Consumer> {
  const { work, log, logger, endpoints, timeoutMs, pauseAfter, sweepMs = 15_000 } = options
  const poster = createPoster({ timeoutMs, endpoints })
  const metrics = webhookMetrics(options.metrics)
  const warn = warnOccasionally(logger)
  const [stopping, givenUp] = [new AbortController(), new AbortController()]
  const [bell, woken] = [new Bell(), new Woken()]
  // Longer than a request may take, so that no other worker takes a webhook over while one is under way.
  const leaseMs = timeoutMs * 2 + 10_000
  const deliver = { poster, backOff, pauseAfter, leaseMs, slice, onTried: metrics.tried }
  const ends = { stopping: stopping.signal, givenUp: givenUp.signal }
  const rounds = new Rounds({ work, deliver, bell, logger, metrics, ends })

  async function run(): Promise<void> {
    let swept = -Infinity
    for (let failed = 0; !stopping.signal.aborted;) {
      try {
        const those = woken.take()
        if (performance.now() - swept > sweepMs) {
          await work.wake()
          swept = performance.now()
        } else if (those.length > 0) await work.wake(those)
        const more = await rounds.look()
        failed = 0
        if (!more) await bell.wait(await untilNext(work), stopping.signal)
      } catch (error) {
        metrics.failures.inc()
        // Whoever was woken meanwhile is found by a look at all.
        swept = -Infinity
        warn({ error }, 'webhooks could not be looked at; trying again')
        await bell.wait(waitAfter(++failed, { leastMs: 250, mostMs: 5_000 }), stopping.signal)
      }
    }
  }

  const consumer = await log.consume('conversation-events', 'webhooks', async (events) => {
    for (const { topic } of events) woken.add(topic)
    bell.ring()
  })
  const running = run()
  logger.info('webhooks have started')
  return {
    async stop() {
      stopping.abort()
      await consumer.stop()
      await running
      const idle = new AbortController()
      await Promise.race([rounds.idle().finally(() => idle.abort()), pause(GRACE_MS, idle.signal)])
      // What is still under way is given up, and delivered again by the next worker.
      givenUp.abort()
      await poster.close()
      await rounds.idle()
    },
  }
}

/** Milliseconds until something may be due. */
async function untilNext({ nextDue }: Pick<WebhookWork<Delivery>, 'nextDue'>): Promise<number> {
  const next = await nextDue()
  return next === undefined ? LOOK_MS : Math.min(LOOK_MS, Math.max(10, next - Date.now()))
}
