import { Unavailable } from '../../platform/errors.ts'
import type { Deadlines } from '../../platform/time/deadlines.ts'
import { withTimeout } from '../../platform/time/withTimeout.ts'

/**
 * Gives `work` so many milliseconds, also where it ignores its signal, which is aborted when it fails: a subgraph that hangs
 * must not hold what waits behind it. What has succeeded has nothing to call off.
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

/**
 * The same for what is done for each event: one timer for all, and no signal, which costs more than the rest of the waiting.
 * What hangs is ended by the time-out of whoever asks the subgraph, and nobody looks at it any more.
 * @throws Unavailable  the time is over
 */
export function inTime<T>(deadlines: Deadlines, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const place = deadlines.add(() => reject(new Unavailable('A part of the system took too long.')))
    work.then(
      (value) => {
        place.leave()
        resolve(value)
      },
      (cause: unknown) => {
        place.leave()
        reject(cause as Error)
      },
    )
  })
}
