import type { Database } from '../../../platform/database/index.ts'
import type { Logger } from '../../../platform/telemetry/index.ts'
import { deleteDeparture, readDeparturesBefore, readNewDepartures } from '../store/departures.ts'
import type { DirectTalks } from './directTalks.ts'

/**
 * Has deleted accounts leave their conversations; the database holds who is to. Each is told of at once, and a second time once no
 * request can be under way any more that began before: one of these may have added them, or scheduled a message of theirs, meanwhile.
 */
export interface Departures {
  /** Begins to tell, in the background. What cannot be told now is told by `repeat`. */
  begin(): void
  /** Tells what is noted. Resolves when that was tried. */
  repeat(): Promise<void>
}

/** Accounts told of at a time: what is left waits for the next run. */
const AT_ONCE = 100
/** No request goes on for so long. */
const SETTLED_MS = 5 * 60_000
/** Accounts that this process remembers to have told of once. Beyond, it tells of them once more. */
const MOST_TOLD = 10_000

export function createDepartures({
  database,
  talks,
  logger,
  now,
}: {
  database: Database
  /** Unset: nobody talks here. */
  talks: DirectTalks | undefined
  logger: Logger
  now: () => number
}): Departures {
  let running = Promise.resolve()
  const told = new Set<string>()

  async function tell(): Promise<void> {
    for (const userId of await readNewDepartures(database, AT_ONCE)) {
      if (told.has(userId)) continue
      await leaveAll(userId)
      if (told.size >= MOST_TOLD) told.clear()
      told.add(userId)
    }
    for (const userId of await readDeparturesBefore(database, now() - SETTLED_MS, AT_ONCE)) {
      await leaveAll(userId)
      await deleteDeparture(database, userId)
      told.delete(userId)
    }
  }
  async function leaveAll(userId: string): Promise<void> {
    for (let after: string | null = null, more = true; more && talks;) {
      after = await talks.endMemberships(userId, after)
      more = after !== null
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
