import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import pino from 'pino'
import { v7 as uuid } from 'uuid'
import { tables, type Database } from '../database/index.ts'
import { openTestDatabase, type TestDatabase } from '../database/testDatabase.ts'
import type { EventLog } from '../events/log.ts'
import type { TopicEvent } from '../events/topicEvent.ts'
import {
  append,
  appendToInboxes,
  createPublisher,
  createTimeline,
  lockTimelines,
  positionIn,
  positionInAll,
  publishOverdue,
  readAfter,
  readPositions,
  type InboxNews,
  type NewEvent,
} from './index.ts'

let place: TestDatabase
let database: Database
beforeAll(async () => {
  place = await openTestDatabase('conversations')
  database = place.database
})
afterAll(() => place.drop())

const actor = { __typename: 'User', id: 'someone' } as const
const titled = (title: string): NewEvent => ({ payload: { __typename: 'TitleChanged', title, actor } })

async function conversation(): Promise<string> {
  const id = uuid()
  await database.transaction((tx) => createTimeline(tx, id, 1))
  return id
}

const appendTitles = (id: string, titles: string[]) =>
  database.transaction(async (tx) => {
    const head = (await lockTimelines(tx, [id])).get(id)!
    return append(tx, [{ head, events: titles.map(titled) }], Date.now())
  })

const outboxOf = (id: string) => database.select().from(tables.outbox).where(eq(tables.outbox.conversationId, id))

test('writers at once get positions without a hole, and a reader finds their events in that order', async () => {
  const id = await conversation()
  const written = await Promise.all(Array.from({ length: 20 }, (_, n) => appendTitles(id, [`${n}a`, `${n}b`])))
  const page = await readAfter(database, id, 0, 100)
  expect(page!.events.map(({ rev }) => rev)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
  expect(page!.events).toEqual(written.flat().sort((a, b) => a.rev - b.rev))
})

test('one transaction appends to many conversations with the statements of one', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, conversation))
  const statementsFor = async (some: string[]) => {
    const before = database.statements
    await database.transaction(async (tx) => {
      const heads = await lockTimelines(tx, some)
      const appends = some.map((id) => ({ head: heads.get(id)!, events: [titled(id), titled('again')] }))
      await append(tx, appends, Date.now())
    })
    return database.statements - before
  }
  expect(await statementsFor(ids)).toBe(await statementsFor(ids.slice(0, 1)))
  expect((await readAfter(database, ids[7]!, 0, 10))!.events.map(({ payload }) => payload['title'])).toEqual([
    ids[7],
    'again',
  ])
})

test('pages read after any position hold each later event once', async () => {
  const id = await conversation()
  await appendTitles(
    id,
    Array.from({ length: 30 }, (_, n) => String(n)),
  )
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 35 }), fc.integer({ min: 1, max: 12 }), async (after, limit) => {
      const revs: number[] = []
      for (let at = after, more = true; more;) {
        const page = (await readAfter(database, id, at, limit))!
        revs.push(...page.events.map(({ rev }) => rev))
        at = revs.at(-1) ?? after
        more = page.more
      }
      expect(revs).toEqual(Array.from({ length: Math.max(0, 30 - after) }, (_, n) => after + 1 + n))
    }),
    { numRuns: 40 },
  )
})

test('the time of an event is never before that of the event before it', async () => {
  const id = await conversation()
  for (const at of [5_000, 3_000, 9_000]) {
    await database.transaction(async (tx) => {
      const head = (await lockTimelines(tx, [id])).get(id)!
      await append(tx, [{ head, events: [titled('t')] }], at)
    })
  }
  const times = (await readAfter(database, id, 0, 10))!.events.map(({ payload }) => Date.parse(String(payload['at'])))
  expect(times).toEqual([5_000, 5_000, 9_000])
})

/** An event log at which a test looks: keeps what is appended, or refuses it. */
function watchedLog(): EventLog & { events: TopicEvent[]; down: boolean } {
  const log = {
    events: [] as TopicEvent[],
    down: false,
    append: async (_topic: string, events: readonly TopicEvent[]) => {
      if (log.down) throw new Error('away')
      log.events.push(...events)
    },
  }
  return log as unknown as EventLog & typeof log
}

test('published events leave the outbox; those the log refused stay and are published by the relay, once', async () => {
  await database.delete(tables.outbox)
  const id = await conversation()
  const log = watchedLog()
  const publisher = createPublisher({ database, log, logger: pino({ level: 'silent' }) })
  publisher.publish(await appendTitles(id, ['one']))
  await publisher.close()
  expect(await outboxOf(id)).toEqual([])

  log.down = true
  const refused = await appendTitles(id, ['two', 'three'])
  publisher.publish(refused)
  await publisher.close()
  expect(await outboxOf(id)).toHaveLength(2)

  log.down = false
  expect(await publishOverdue(database, log, { olderThanMs: -1_000, limit: 100 })).toBe(2)
  expect(await publishOverdue(database, log, { olderThanMs: -1_000, limit: 100 })).toBe(0)
  expect(log.events.map(({ rev }) => rev)).toEqual([1, 2, 3])
  expect(log.events.slice(1)).toEqual(refused)
})

test('logs of viewers that begin at the same time, in many transactions, have no hole', async () => {
  const users = Array.from({ length: 5 }, () => uuid())
  const news = (userId: string): InboxNews => ({
    userId,
    payload: { __typename: 'DraftChanged', conversation: { __typename: 'Conversation', id: uuid() } },
  })
  const written = await Promise.all(
    Array.from({ length: 10 }, (_, n) => {
      const order = n % 2 === 0 ? users : users.toReversed()
      return database.transaction((tx) => appendToInboxes(tx, order.map(news), Date.now()))
    }),
  )
  for (const userId of users) {
    const page = await readAfter(database, userId, 0, 100)
    expect(page!.events.map(({ rev }) => rev)).toEqual(Array.from({ length: 10 }, (_, n) => n + 1))
    const own = written.flat().filter(({ topic }) => topic === `inbox:${userId}`)
    expect(page!.events).toEqual(own.sort((a, b) => a.rev - b.rev))
  }
})

test('positions in many logs are one text that gives them back, whatever they are', () => {
  const anId = fc.uuid().map((id) => id.toLowerCase())
  const places = fc.array(fc.tuple(anId, fc.nat(2 ** 31 - 1)), { maxLength: 20 })
  fc.assert(
    fc.property(places, places, (some, others) => {
      const all = new Map<string, number>()
      for (const [log, rev] of [...some, ...others]) all.set(log, Math.max(rev, all.get(log) ?? 0))
      const texts = [...others.map(([log, rev]) => positionIn(log, rev)), positionInAll(some)]
      expect(readPositions(texts)).toEqual(all)
    }),
  )
})

test('what is no position is refused, and nothing else happens', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String().map((text) => `~${text}`),
      ),
      (text) => {
        try {
          for (const rev of readPositions([text]).values()) expect(Number.isSafeInteger(rev)).toBe(true)
        } catch (error) {
          expect(error).toMatchObject({ code: 'INVALID_INPUT' })
        }
      },
    ),
    { numRuns: 1_000 },
  )
})
