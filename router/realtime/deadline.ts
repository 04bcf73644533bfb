import { withTimeout } from '../../platform/time/withTimeout.ts'

/**
 * Gives `work` so many milliseconds, also where it ignores its signal, which is aborted when it fails: a subgraph that hangs
 * must not hold what waits behind it. What has succeeded has nothing to call off, and an abort costs as much as an event.
 * @throws Unavailable  the time is over
 */
export async function withDeadline<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  try {
    return await withTimeout(ms, 'A part of the system', () => work(controller.signal))
  } catch (cause) {
    controller.abort()
    throw cause
  }
}
