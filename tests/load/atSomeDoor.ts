import { setTimeout as wait } from 'node:timers/promises'
import type { Person } from '../harness/person.ts'
import type { Place } from '../harness/place.ts'

/** Long enough for whatever was killed to be there again: a database on a busy machine takes a minute or two. */
const patienceMs = 180_000

/**
 * Does it as this person at one of the doors, and where that fails at the next one, until it is done: so it must be
 * something that may be done twice.
 * @throws what the last try threw, after three minutes
 */
export async function atSomeDoor<T>(person: Person, doors: readonly Place[], act: (person: Person) => Promise<T>) {
  const end = Date.now() + patienceMs
  for (let door = Math.floor(Math.random() * doors.length); ; door++) {
    try {
      return await act(person.at(doors[door % doors.length]!))
    } catch (error) {
      if (Date.now() > end) throw error
      await wait(50)
    }
  }
}
