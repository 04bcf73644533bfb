import type { Database } from '../../../../platform/database/index.ts'
import type { ObjectStore } from '../../../../platform/objects/index.ts'
import { removeExpired } from '../../store/files/attachments.ts'
import { forgetDoomed, nextSweep, putOff, readDoomed } from '../../store/files/doomedObjects.ts'

/** How long an object that could not be removed waits for the next attempt. */
const AGAIN_MS = 60_000
/** Removed at a time. */
const AT_ONCE = 8

/** What a worker does for files: as `MessageTimers`. */
export interface FileSweep {
  next(): Promise<number | null>
  run(limit: number): Promise<number>
}

/**
 * Removes uploads that no message has, and the bytes of files that no message has any more. Again is the same, so any number of
 * workers may: a row goes only after its object.
 */
export const createFileSweep = (database: Database, objects: ObjectStore): FileSweep => ({
  next: () => nextSweep(database),
  async run(limit) {
    const now = Date.now()
    const expired = await removeExpired(database, now, limit)
    const due = await readDoomed(database, now, limit)
    const failures: unknown[] = []
    for (let start = 0; start < due.length; start += AT_ONCE) {
      const some = due.slice(start, start + AT_ONCE)
      const done = await Promise.allSettled(some.map((key) => objects.remove(key)))
      await forgetDoomed(
        database,
        some.filter((_key, n) => done[n]!.status === 'fulfilled'),
      )
      const left = some.filter((_key, n) => done[n]!.status === 'rejected')
      // One that cannot be removed must not keep the others.
      await putOff(database, left, now + AGAIN_MS)
      failures.push(...done.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : [])))
    }
    if (failures.length > 0) throw failures[0]
    return expired + due.length
  },
})
