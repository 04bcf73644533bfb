import type { Database } from '../../platform/database/database.ts'
import type { EventLog } from '../../platform/events/index.ts'
import { warnOccasionally, type Logger, type Metrics } from '../../platform/telemetry/index.ts'
import { pause, waitAfter } from '../../platform/time/backOff.ts'
import { publishOverdue } from '../../platform/timeline/index.ts'
import { relayMetrics } from './metrics.ts'

export interface RelayOptions {
  /** The conversations database. */
  database: Database
  log: EventLog
  logger: Logger
  metrics: Metrics
  /** The wait after a look that found something, in milliseconds; with nothing to do it grows to four times that. */
  intervalMs?: number
  /** How long a row may stand in the outbox before its writer is taken for dead. */
  ageMs?: number
}

export interface Relay {
  /** Resolves when the round in hand is done. */
  stop(): Promise<void>
}

/** Events published in one round: bounds the memory and the time that a backlog takes at once. */
const limit = 500

/**
 * Publishes outbox rows that their writer did not publish itself: it died after its commit, or could not reach the log
 * (I7). Goes on at once while there is more. Outages of the database or the log are waited out.
 */
export function startRelay({ database, log, logger, metrics, intervalMs = 250, ageMs = 1000 }: RelayOptions): Relay {
  const { published, failures, found } = relayMetrics(metrics)
  const warn = warnOccasionally(logger)
  const stopping = new AbortController()

  const round = async (): Promise<number> => {
    const count = await publishOverdue(database, log, { olderThanMs: ageMs, limit, found })
    published.inc(count)
    if (count > 0) logger.info({ count }, 'the relay published what its writers had not')
    return count
  }

  const run = async () => {
    for (let idle = 0, failed = 0; !stopping.signal.aborted;) {
      try {
        const count = await round()
        failed = 0
        idle = count > 0 ? 0 : idle + 1
        if (count < limit) await pause(intervalMs * Math.min(4, idle + 1), stopping.signal)
      } catch (error) {
        failures.inc()
        warn({ error }, 'the relay could not publish; trying again')
        await pause(waitAfter(++failed, { leastMs: intervalMs, mostMs: 5000 }), stopping.signal)
      }
    }
  }

  const running = run()
  return {
    stop: () => {
      stopping.abort()
      return running
    },
  }
}
