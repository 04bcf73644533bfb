/** That deleted accounts leave every conversation, whatever is away when, and whatever was under way when they were deleted. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { tables } from '../../../platform/database/index.ts'
import { createLogger } from '../../../platform/telemetry/index.ts'
import { createDepartures } from '../domain/departures.ts'
import { Unavailable } from '../../../platform/errors.ts'
import { noteDeparture } from '../store/departures.ts'
import { minute, openUsers, type GivenUsers } from './given.ts'

let given: GivenUsers
beforeAll(async () => void (given = await openUsers()))
afterAll(() => given.drop())

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
const idOf = (user: number) => `019a9e2c-0000-7000-8000-00000000000${user}`

/** Conversations as the other subgraph has them: who is a member where, left two at a time. */
class Conversations {
  readonly members = new Map<string, Set<string>>()
  isAway = false

  of(userId: string): Set<string> {
    const found = this.members.get(userId) ?? new Set()
    this.members.set(userId, found)
    return found
  }

  setBlock = async () => {}
  endMemberships = async (userId: string, after: string | null): Promise<string | null> => {
    if (this.isAway) throw new Unavailable('away')
    const page = [...this.of(userId)]
      .sort()
      .filter((id) => after === null || id > after)
      .slice(0, 2)
    for (const id of page) this.of(userId).delete(id)
    return page.length < 2 ? null : page.at(-1)!
  }
}

const step = fc.oneof(
  fc.record({ does: fc.constantFrom('delete' as const), user: fc.nat(3) }),
  fc.record({ does: fc.constantFrom('join' as const), user: fc.nat(3), conversation: fc.nat(9) }),
  fc.record({ does: fc.constantFrom('go away', 'come back', 'restart', 'repeat') }),
  fc.record({ does: fc.constant('pass' as const), minutes: fc.constantFrom(1, 4, 6) }),
)

test('deleted accounts are members of nothing in the end, also where they were added by what was under way; others stay', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      await given.database.delete(tables.departures)
      const talks = new Conversations()
      const { database, now } = given
      const open = () => createDepartures({ database, talks, logger, now })
      let departures = open()
      const deletedAt = new Map<string, number>()
      const stays = new Map<string, Set<string>>()
      for (const one of steps) {
        if (one.does === 'go away' || one.does === 'come back') talks.isAway = one.does === 'go away'
        if (one.does === 'restart') departures = open()
        if (one.does === 'repeat') await departures.repeat()
        if ('minutes' in one) given.pass(one.minutes * minute)
        if (!('user' in one)) continue
        const id = idOf(one.user)
        if (one.does === 'delete' && !deletedAt.has(id)) {
          deletedAt.set(id, now())
          stays.delete(id)
          await database.transaction((tx) => noteDeparture(tx, id, now()))
          await departures.repeat()
          if (!talks.isAway) expect(talks.of(id)).toEqual(new Set())
        }
        // What was under way when the account was deleted comes to its end within a minute.
        if ('conversation' in one && now() - (deletedAt.get(id) ?? now()) < minute) {
          talks.of(id).add(`c${one.conversation}`)
          if (!deletedAt.has(id)) stays.set(id, new Set(talks.of(id)))
        }
      }
      talks.isAway = false
      given.pass(6 * minute)
      await departures.repeat()
      for (const id of deletedAt.keys()) expect([id, talks.of(id)]).toEqual([id, new Set()])
      for (const [id, there] of stays) expect([id, talks.of(id)]).toEqual([id, there])
      expect(await database.select().from(tables.departures)).toEqual([])
    }),
    { numRuns: 60 },
  )
})
