import type { Database } from '../../../platform/database/index.ts'
import type { Logger } from '../../../platform/telemetry/index.ts'
import { deleteDeparture, readDepartures } from '../store/departures.ts'
import type { DirectTalks } from './directTalks.ts'

/** Has deleted accounts leave their conversations; the database holds who is to. */
export interface Departures {
  /** Begins to tell, in the background. What cannot be told now is told by `repeat`. */
  begin(): void
  /** Tells what is noted. Resolves when that was tried. */
  repeat(): Promise<void>
}

/** Accounts told of at a time: what is left waits for the next run. */
const AT_ONCE = 100

export function createDepartures({
  database,
  talks,
  logger,
}: {
  database: Database
  /** Unset: nobody talks here. */
  talks: DirectTalks | undefined
  logger: Logger
}): Departures {
  let running = Promise.resolve()

  async function tell(): Promise<void> {
    for (const userId of await readDepartures(database, AT_ONCE)) {
      for (let after: string | null = null, more = true; more && talks;) {
        after = await talks.endMemberships(userId, after)
        more = after !== null
      }
      await deleteDeparture(database, userId)
    }
  }
  function repeat(): Promise<void> {
    running = running.then(tell).catch((error: unknown) => {
      logger.warn({ error }, 'a deleted account has not left its conversations yet; it is tried again')
    })
    return running
  }
  return { begin: () => void repeat(), repeat }
}
