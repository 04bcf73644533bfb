import { ParleyError } from '../errors.ts'
import { pause, waitAfter, type BackOff } from '../time/backOff.ts'

/** How a log hands events to a handler, whatever the log is. */
export interface Delivery<E> {
  handle(events: readonly E[]): Promise<void>
  /** Keeps an event that can't be handled. Called again until it resolves. */
  bury(event: E, error: unknown): Promise<void>
  /** Told of every failure that will be retried. */
  onRetry(error: unknown): void
  /** Failures, other than retriable ones, after which an event is buried. */
  attempts: number
  backOff: BackOff
  /** Ends the waiting between attempts; an attempt in hand is finished. */
  signal: AbortSignal
}

/**
 * Hands over a run of events of one key, in order. Resolves with the number of events, from the front, that are done:
 * handled or buried. Fewer than all only when `signal` was aborted.
 */
export async function deliver<E>(run: readonly E[], delivery: Delivery<E>): Promise<number> {
  if (run.length > 1) {
    const outcome = await attempt(run, { ...delivery, attempts: 1 })
    if (outcome === 'handled') return run.length
    if (outcome === 'aborted') return 0
  }
  // One event of the run is bad: handed over one by one, it alone is buried.
  for (const [index, event] of run.entries()) {
    const outcome = await attempt([event], delivery)
    if (outcome === 'aborted') return index
    if (outcome !== 'handled' && !(await buried(event, outcome.error, delivery))) return index
  }
  return run.length
}

type Outcome = 'handled' | 'aborted' | { error: unknown }

async function attempt<E>(
  events: readonly E[],
  { handle, onRetry, attempts, backOff, signal }: Delivery<E>,
): Promise<Outcome> {
  for (let tries = 1, failures = 0; !signal.aborted; tries++) {
    try {
      await handle(events)
      return 'handled'
    } catch (error) {
      if (!isRetriable(error)) failures++
      if (failures >= attempts) return { error }
      onRetry(error)
      await pause(waitAfter(tries, backOff), signal)
    }
  }
  return 'aborted'
}

async function buried<E>(event: E, error: unknown, { bury, onRetry, backOff, signal }: Delivery<E>): Promise<boolean> {
  for (let tries = 1; !signal.aborted; tries++) {
    try {
      await bury(event, error)
      return true
    } catch (failure) {
      onRetry(failure)
      await pause(waitAfter(tries, backOff), signal)
    }
  }
  return false
}

const isRetriable = (error: unknown) => error instanceof ParleyError && error.retriable
