import { setTimeout as wait } from 'node:timers/promises'
import type { Person } from '../harness/person.ts'
import type { Place } from '../harness/place.ts'
import { atSomeDoor } from './atSomeDoor.ts'

const RENEW = `mutation ($input: RefreshSessionInput!) {
  refreshSession(input: $input) { session { accessToken refreshToken } } }`

/** New tokens for all, before the old ones end, one renewal of a session at a time; until `signal`. */
export async function keepRenewed(
  people: readonly Person[],
  doors: readonly Place[],
  everyMs: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await Promise.all(people.map((person) => renew(person, doors, signal).catch(() => undefined)))
    await wait(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

/** An answer that was lost is asked for again, with the same token. */
async function renew(person: Person, doors: readonly Place[], signal: AbortSignal): Promise<void> {
  const variables = { input: { refreshToken: person.refreshToken } }
  const session = await atSomeDoor(person, doors, async ({ place }) => {
    if (signal.aborted) return undefined
    const { data, errors } = await place.graphql(RENEW, variables)
    if (!data) throw new Error(JSON.stringify(errors))
    const { refreshSession } = data as unknown as {
      refreshSession: { session: Pick<Person, 'accessToken' | 'refreshToken'> }
    }
    return refreshSession.session
  })
  if (session) Object.assign(person, session)
}
