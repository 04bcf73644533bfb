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
      if (failures === 1)
        logger.warn(`${what} can't be reached yet (${reasonOf(error)}). Trying for ${patienceMs / 1000} s. ${advice}`)
      await pause(waitAfter(failures, { leastMs: 100, mostMs: 2000 }))
    }
  }
}

/** What failed, in a few words. Node's error for a name with several addresses has a code and no message. */
const reasonOf = (error: unknown): string => {
  const { message, code } = error as { message?: string; code?: string }
  return message || code || String(error)
}
