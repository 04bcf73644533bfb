import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { tables } from '../../../platform/database/index.ts'
import { findMoments } from '../domain/findMoments.ts'
import { change, conversationRef, readPage, refusalOf, send, type SeenPage } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

const length = 150
const start = Date.UTC(2026, 0, 31, 9, 30)

let world: World
let ada: User
let conversationId: string
/** When message 1, 2, 3, … was sent: several within one millisecond, and long silences. */
let times: number[]

beforeAll(async () => {
  world = await openWorld()
  ;[ada] = (await world.users(1)) as [User]
  conversationId = await world.conversation(ada)
  await say(length)
  times = Array.from({ length }, (_, n) => start + Math.floor(n / 3) * 7 + (n > 90 ? 1_000 : 0))
  for (const [n, createdAt] of times.entries()) await setTime(n + 1, createdAt)
})
afterAll(() => world.close())

const say = async (count: number, from = 0) => {
  const sends = Array.from({ length: count }, (_, n) =>
    send(world, ada, { conversationId, clientMessageId: `${from + n}`, text: `message ${from + n}` }),
  )
  await Promise.all(sends)
}
const { messages } = tables
const setTime = (seq: number, createdAt: number) =>
  world.database
    .update(messages)
    .set({ createdAt })
    .where(and(eq(messages.conversationId, conversationId), eq(messages.seq, seq)))

const seqs = (page: SeenPage) => page.edges.map(({ node }) => node.seq)
const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString())
const within = (from = -Infinity, to = Infinity) => times.flatMap((at, n) => (at >= from && at < to ? [n + 1] : []))

const moment = fc.option(fc.integer({ min: start - 20, max: start + 1_500 }), { nil: undefined })

describe('a period of a conversation', () => {
  test('is what was sent in it, read page by page in either direction, whatever its bounds', async () => {
    const sizes = fc.integer({ min: 1, max: 60 })
    await fc.assert(
      fc.asyncProperty(moment, moment, sizes, fc.boolean(), async (a, b, size, forward) => {
        const [from, to] = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b]
        const bounds = { from: iso(from), to: iso(to) }
        const seen: number[] = []
        for (let cursor: string | null = null; ;) {
          const page: SeenPage = forward
            ? await readPage(world, ada, conversationId, { first: size, after: cursor, ...bounds })
            : await readPage(world, ada, conversationId, { last: size, before: cursor, ...bounds })
          if (forward) seen.push(...seqs(page))
          else seen.unshift(...seqs(page))
          const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo
          if (seqs(page).length > 0) expect(forward ? hasPreviousPage : hasNextPage).toBe(cursor !== null)
          if (!(forward ? hasNextPage : hasPreviousPage)) break
          expect(seqs(page)).toHaveLength(size)
          cursor = forward ? endCursor : startCursor
        }
        expect(seen).toEqual(within(from, to))
      }),
      { numRuns: 25 },
    )
  })

  test('keeps its cursors while messages arrive, are edited and deleted', async () => {
    const bounds = { from: iso(times[30]) }
    const first = await readPage(world, ada, conversationId, { first: 20, ...bounds })
    await say(5, length)
    const inside = first.edges[3]!.node
    await change(world, ada, 'editMessage', { messageId: inside.id, text: 'edited' })
    await change(world, ada, 'deleteMessage', { messageId: first.edges[4]!.node.id })
    const rest: number[] = []
    for (let after = first.pageInfo.endCursor, more = true; more;) {
      const page: SeenPage = await readPage(world, ada, conversationId, { first: 50, after, ...bounds })
      rest.push(...seqs(page))
      ;({ endCursor: after, hasNextPage: more } = page.pageInfo)
    }
    const all = [...within(times[30]), ...[1, 2, 3, 4, 5].map((n) => length + n)]
    expect([...seqs(first), ...rest]).toEqual(all)
    expect(seqs(await readPage(world, ada, conversationId, { first: 20, ...bounds }))).toEqual(seqs(first))
  })

  test('that is empty, or wrong, says so', async () => {
    const nothing = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null }
    const empty = { from: iso(start - 2_000), to: iso(start - 1_000), first: 5 }
    expect(await readPage(world, ada, conversationId, empty)).toEqual({ edges: [], pageInfo: nothing })
    for (const wrong of [
      { from: iso(start + 1), to: iso(start) },
      { from: iso(start), fromSeq: 3 },
      { to: iso(start), around: 'x' },
    ]) {
      expect(await refusalOf(readPage(world, ada, conversationId, wrong))).toBe('INVALID_INPUT')
    }
    expect(await refusalOf(readPage(world, ada, conversationId, { from: 'yesterday' }))).toBe('BAD_USER_INPUT')
  })

  test('of many conversations takes as many statements as that of one', async () => {
    const others = await Promise.all(Array.from({ length: 20 }, () => world.conversation(ada)))
    const query = `query ($of: [_Any!]!, $from: DateTime) { _entities(representations: $of) { ... on Conversation {
      messages(first: 10, from: $from) { edges { node { seq } } } } } }`
    const cost = async (ids: string[]) => {
      const before = world.database.statements
      const result = await world.ask(query, { of: ids.map(conversationRef), from: iso(times[40]) }, ada)
      expect(result.errors).toBeUndefined()
      return world.database.statements - before
    }
    expect(await cost([conversationId, ...others])).toBe(await cost([conversationId]))
  })
})

test('the place of a moment is found in few statements, however long the conversation', async () => {
  const id = await world.conversation(ada)
  const rows = Array.from({ length: 20_000 }, (_, n) => ({
    ...{ conversationId: id, seq: n + 1, id: `${n}`, senderId: ada.id, clientMessageId: `${n}` },
    ...{ contentHash: '', text: 'x', createdAt: start + Math.floor(n / 4) },
  }))
  while (rows.length > 0) await world.database.insert(messages).values(rows.splice(0, 2_000))
  const before = world.database.statements
  const at = [0, start, start + 1, start + 2_500, start + 4_999, start + 5_000]
  const found = await findMoments(
    world.database,
    at.map((at) => ({ conversationId: id, lastSeq: 20_000, at })),
  )
  expect(found).toEqual([1, 1, 5, 10_001, 19_997, 20_001])
  expect(world.database.statements - before).toBeLessThanOrEqual(4)
})
