import { setTimeout as wait } from 'node:timers/promises'
import { waitAfter } from '../../platform/time/backOff.ts'
import type { Person } from '../harness/person.ts'
import type { Place } from '../harness/place.ts'

/** Long enough for whatever was killed to be there again: a database on a busy machine takes minutes. */
const patienceMs = 600_000

/** What is away comes back no sooner for being asked by everybody at once. */
const backOff = { leastMs: 50, mostMs: 2_000 }

/**
 * Does it as this person at one of the doors, and where that fails at the next one, until it is done: so it must be
 * something that may be done twice.
 * @throws what the last try threw, after ten minutes
 */
export async function atSomeDoor<T>(person: Person, doors: readonly Place[], act: (person: Person) => Promise<T>) {
  const end = Date.now() + patienceMs
  const first = Math.floor(Math.random() * doors.length)
  for (let failures = 0; ;) {
    try {
      return await act(person.at(doors[(first + failures) % doors.length]!))
    } catch (error) {
      if (Date.now() > end) throw error
      await wait(waitAfter(++failures, backOff))
    }
  }
}
