import { Unavailable } from '../../platform/errors.ts'

/**
 * Gives `work` so many milliseconds, then aborts its signal and rejects, also where the work ignores the signal: a
 * subgraph that hangs must not hold what waits behind it.
 * @throws Unavailable  the time is over
 */
export async function withDeadline<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Unavailable('A part of the system did not answer in time.'))
      controller.abort()
    }, ms)
  })
  try {
    return await Promise.race([work(controller.signal), late])
  } finally {
    clearTimeout(timer)
  }
}
