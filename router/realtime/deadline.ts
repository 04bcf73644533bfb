import { withTimeout } from '../../platform/time/withTimeout.ts'

/**
 * Gives `work` so many milliseconds, also where it ignores its signal, which is aborted then: a subgraph that hangs must
 * not hold what waits behind it.
 * @throws Unavailable  the time is over
 */
export async function withDeadline<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  try {
    return await withTimeout(ms, 'A part of the system', () => work(controller.signal))
  } finally {
    controller.abort()
  }
}
