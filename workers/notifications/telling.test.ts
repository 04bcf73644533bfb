import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { v7 as uuid } from 'uuid'
import { tables, type Database } from '../../platform/database/index.ts'
import { openTestDatabase, type TestDatabase } from '../../platform/database/testDatabase.ts'
import type { TopicEvent } from '../../platform/events/index.ts'
import type { Desk, Occasion, Spread, SpreadInHand } from './desk.ts'
import { SPREAD_BATCH, spreadOn } from './spreading.ts'
import { createTelling } from './telling.ts'

/** Writes down what it is told, in the order in which it is. */
class Notes implements Pick<Desk, 'notify' | 'leave' | 'spreads'> {
  batches: (readonly Occasion[])[] = []
  left: string[] = []
  waiting: SpreadInHand[] = []

  async notify(occasions: readonly Occasion[]) {
    if (occasions.length > 0) this.batches.push(occasions)
  }
  async leave(userId: string) {
    this.left.push(userId)
  }
  readonly spreads: Desk['spreads'] = {
    add: async (spread: Spread) => void this.waiting.push({ ...spread, after: [0, ''] }),
    take: async () => this.waiting[0],
    advance: async (spread, after) => {
      this.waiting = this.waiting.map((one) => (one === spread ? { ...one, after } : one))
    },
    done: async () => void this.waiting.shift(),
  }
}

let place: TestDatabase
let database: Database
beforeAll(async () => {
  place = await openTestDatabase('conversations')
  database = place.database
})
afterAll(() => place.drop())

let notes: Notes
let tell: ReturnType<typeof createTelling>
beforeEach(() => {
  notes = new Notes()
  tell = createTelling({ database, desk: notes, now: Date.now })
})

async function aGroup(size: number) {
  const [id, userIds] = [uuid(), Array.from({ length: size }, () => uuid())]
  const conversation = { id, kind: 'GROUP', title: 'A group', createdBy: userIds[0]!, createdAt: 1 } as const
  await database.insert(tables.conversations).values({ ...conversation, memberCount: size })
  const rows = userIds.map((userId, n) => ({
    ...({ conversationId: id, userId, role: 'MEMBER', state: 'ACTIVE', joinedSeq: 0 } as const),
    // Many join at the same moment.
    joinedAt: Math.floor(n / 7),
  }))
  for (let at = 0; at < size; at += 500) await database.insert(tables.members).values(rows.slice(at, at + 500))
  return { id, userIds }
}

const sent = (
  conversationId: string,
  senderId: string,
  seq: number,
  more: object = {},
  at = Date.now(),
): TopicEvent => ({
  topic: `conversation:${conversationId}`,
  rev: seq,
  payload: {
    ...{ __typename: 'MessageSent', at: new Date(at).toISOString() },
    message: { id: uuid(), seq, sender: { __typename: 'User', id: senderId }, text: `message ${seq}`, ...more },
  },
})

describe('what is told of a run of events', () => {
  test('an ordinary message of a group of 10,000 costs no statement, and tells nobody', async () => {
    const { id, userIds } = await aGroup(10_000)
    await tell([sent(id, userIds[0]!, 1)])
    const before = database.statements
    for (let seq = 2; seq < 30; seq++) expect(await tell([sent(id, userIds[0]!, seq)])).toBe(0)
    expect(database.statements).toBe(before)
    expect(notes.batches).toEqual([])
  })

  test('many mentions in many messages cost the statements of one', async () => {
    const { id, userIds } = await aGroup(40)
    const mention = (userId: string) => ({ mentions: [{ __typename: 'User', id: userId }] })
    const statementsFor = async (count: number) => {
      const before = database.statements
      await tell(Array.from({ length: count }, (_, n) => sent(id, userIds[0]!, n + 1, mention(userIds[n + 1]!))))
      return database.statements - before
    }
    await statementsFor(1)
    expect(await statementsFor(30)).toBe(await statementsFor(1))
    expect(notes.batches.map((batch) => batch.length)).toEqual([1, 30, 1])
  })

  test('what happened more than a day ago, or in no conversation, tells nobody', async () => {
    const { id, userIds } = await aGroup(2)
    const mentions = [{ __typename: 'User', id: userIds[1]! }]
    const old = sent(id, userIds[0]!, 1, { mentions }, Date.now() - 25 * 3_600_000)
    const foreign = { ...sent(id, userIds[0]!, 2, { mentions }), topic: `inbox:${userIds[0]}` }
    expect([await tell([old]), await tell([foreign])]).toEqual([0, 0])
    expect(await tell([sent(id, userIds[0]!, 3, { mentions })])).toBe(1)
  })

  test('whoever has left is told nothing; who was removed and came back keeps what is unread', async () => {
    const { id, userIds } = await aGroup(3)
    const [gone, back] = [uuid(), userIds[2]!]
    const event = (userId: string, rev: number): TopicEvent => {
      const payload = {
        __typename: 'MemberRemoved',
        at: new Date().toISOString(),
        user: { id: userId },
        actor: { id: userId },
      }
      return { topic: `conversation:${id}`, rev, payload }
    }
    const mentions = [{ __typename: 'User', id: gone }]
    expect(await tell([sent(id, userIds[0]!, 1, { mentions }), event(gone, 2), event(back, 3)])).toBe(0)
    expect(notes.left).toEqual([gone])
  })
})

describe('a mention of everyone', () => {
  test('is handed out in bounded batches, to each member once, with the same statements for each batch', async () => {
    const size = SPREAD_BATCH * 2 + 3
    const { id, userIds } = await aGroup(size)
    await tell([sent(id, userIds[1]!, 1, { mentionsEveryone: true })])
    expect(notes.batches).toEqual([])
    const statements: number[] = []
    for (let more = true; more;) {
      const before = database.statements
      more = await spreadOn({ database, desk: notes, now: Date.now })
      if (more) statements.push(database.statements - before)
    }
    expect(statements).toEqual([1, 1, 1])
    expect(notes.batches.every(({ length }) => length <= SPREAD_BATCH)).toBe(true)
    const toldIds = notes.batches.flat().map(({ userId }) => userId)
    expect(toldIds.toSorted()).toEqual(userIds.filter((userId) => userId !== userIds[1]).toSorted())
  })

  test('goes on where it stood when the worker that handed it out has died', async () => {
    const { id, userIds } = await aGroup(SPREAD_BATCH + 10)
    await tell([sent(id, userIds[0]!, 1, { mentionsEveryone: true })])
    await spreadOn({ database, desk: notes, now: Date.now })
    const failing = { ...notes, spreads: notes.spreads, notify: () => Promise.reject(new Error('died')) }
    await expect(spreadOn({ database, desk: failing, now: Date.now })).rejects.toThrow('died')
    await spreadOn({ database, desk: notes, now: Date.now })
    expect(notes.batches.map(({ length }) => length)).toEqual([SPREAD_BATCH - 1, 10])
    expect(notes.waiting).toEqual([])
  })
})
