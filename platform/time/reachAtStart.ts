import type { Logger } from 'pino'
import { Unavailable } from '../errors.ts'
import { pause, waitAfter } from './backOff.ts'

/**
 * Tries to reach a service that a process cannot start without. Says at once what is missing and what to do, and keeps
 * trying for `patienceMs`: processes that start together come up in any order.
 * @throws Unavailable  with the advice, after that time
 */
export async function reachAtStart<T>(
  { what, advice, logger, patienceMs = 30_000 }: { what: string; advice: string; logger: Logger; patienceMs?: number },
  attempt: () => Promise<T>,
): Promise<T> {
  const end = Date.now() + patienceMs
  for (let failures = 1; ; failures++) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > end) throw new Unavailable(`${what} can't be reached. ${advice}`, { cause: error })
      const reason = error instanceof Error ? error.message : String(error)
      if (failures === 1)
        logger.warn(`${what} can't be reached yet (${reason}). Trying for ${patienceMs / 1000} s. ${advice}`)
      await pause(waitAfter(failures, { leastMs: 100, mostMs: 2000 }))
    }
  }
}
