import { warnOccasionally, type Logger, type Metrics } from '../../platform/telemetry/index.ts'
import { pause, waitAfter } from '../../platform/time/backOff.ts'
import { timersMetrics } from './metrics.ts'

/** Something that is due at moments that a database knows. */
export interface DueWork {
  /** When the next of it is due, in milliseconds since 1970; null where nothing waits. */
  next(): Promise<number | null>
  /** Does at most `limit` of each kind of what is due, idempotently. Resolves with how much that was. */
  run(limit: number): Promise<number>
}

export interface TimersOptions {
  work: DueWork
  logger: Logger
  metrics: Metrics
  /** The longest wait between two looks, in milliseconds: so late may be what was added meanwhile. */
  lookMs?: number
}

export interface Timers {
  /** Resolves when the round in hand is done. */
  stop(): Promise<void>
}

/** Done in one round: bounds the memory and the time that a backlog takes at once. */
const limit = 200

/**
 * Does what is due when it is due: messages that expire, messages that wait to be sent. Outages are waited out. A moment
 * that passes while no worker runs is made up for by the next.
 */
export function startTimers({ work, logger, metrics, lookMs = 2_000 }: TimersOptions): Timers {
  const { done, failures } = timersMetrics(metrics)
  const warn = warnOccasionally(logger)
  const stopping = new AbortController()

  /** Milliseconds until there may be something to do. */
  const round = async (): Promise<number> => {
    const next = await work.next()
    if (next === null) return lookMs
    const wait = next - Date.now()
    if (wait > 0) return Math.min(wait, lookMs)
    const count = await work.run(limit)
    done.inc(count)
    // Something is due that nobody could do: look again, but not at once.
    return count > 0 ? 0 : lookMs
  }

  const run = async () => {
    for (let failed = 0; !stopping.signal.aborted;) {
      try {
        const wait = await round()
        failed = 0
        await pause(wait, stopping.signal)
      } catch (error) {
        failures.inc()
        warn({ error }, 'what is due could not be done; trying again')
        await pause(waitAfter(++failed, { leastMs: 250, mostMs: 5_000 }), stopping.signal)
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
