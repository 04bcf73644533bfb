import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readPage, send, type SeenMessage } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

const length = 23

let world: World
let ada: User
let conversationId: string
let all: SeenMessage[]
beforeAll(async () => {
  world = await openWorld()
  ;[ada] = (await world.users(1)) as [User]
  conversationId = await world.conversation(ada)
  all = await sendMany(conversationId, length)
})
afterAll(() => world.close())

const sendMany = async (to: string, count: number, from = 0) => {
  const sent = Array.from({ length: count }, (_, n) =>
    send(world, ada, { conversationId: to, clientMessageId: `${from + n}`, text: `message ${from + n}` }),
  )
  return (await Promise.all(sent)).sort((a, b) => a.seq - b.seq)
}

interface Args {
  first?: number
  last?: number
  /** Positions; turned into cursors. */
  after?: number
  before?: number
  fromSeq?: number
}

/** What the SDL says, over a plain list. */
function expected({ first, last, after = 0, before = Infinity, fromSeq }: Args): SeenMessage[] {
  const within = all.filter(({ seq }) => {
    if (seq <= after || seq >= before) return false
    if (fromSeq === undefined) return true
    return first === undefined ? seq <= fromSeq : seq >= fromSeq
  })
  return first === undefined ? within.slice(Math.max(0, within.length - (last ?? 50))) : within.slice(0, first)
}

async function cursors(): Promise<string[]> {
  return (await readPage(world, ada, conversationId, { first: 100 })).edges.map(({ cursor }) => cursor)
}

describe('a page of history', () => {
  test('is what the list has there, and says what lies on either side, whatever is asked for', async () => {
    const known = await cursors()
    const cursorAt = (seq?: number) => (seq === undefined ? undefined : known[seq - 1])
    const position = fc.option(fc.integer({ min: 1, max: length }), { nil: undefined })
    const size = fc.integer({ min: 0, max: 30 })
    const args: fc.Arbitrary<Args> = fc
      .record({
        after: position,
        before: position,
        fromSeq: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
      })
      .chain((rest) =>
        fc.oneof(
          size.map((first) => ({ ...rest, first })),
          size.map((last) => ({ ...rest, last })),
          fc.constant(rest),
        ),
      )
    await fc.assert(
      fc.asyncProperty(args, async (asked) => {
        const { after, before, ...rest } = asked
        const page = await readPage(world, ada, conversationId, {
          ...rest,
          after: cursorAt(after),
          before: cursorAt(before),
        })
        const nodes = page.edges.map(({ node }) => node)
        expect(nodes).toEqual(expected(asked))
        expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor ?? null)
        expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor ?? null)
        if (nodes.length === 0) return
        expect(page.pageInfo.hasPreviousPage).toBe(nodes[0]!.seq > 1)
        expect(page.pageInfo.hasNextPage).toBe(nodes.at(-1)!.seq < length)
      }),
      { numRuns: 150 },
    )
  })

  test.each([1, 4, 23, 100])('of %i, one after the other, gives every message once, both ways', async (size) => {
    const forward: SeenMessage[] = []
    for (let after: string | null = null, more = true; more;) {
      const page = await readPage(world, ada, conversationId, { first: size, after })
      forward.push(...page.edges.map(({ node }) => node))
      ;({ endCursor: after, hasNextPage: more } = page.pageInfo)
    }
    const backward: SeenMessage[] = []
    for (let before: string | null = null, more = true; more;) {
      const page = await readPage(world, ada, conversationId, { last: size, before })
      backward.unshift(...page.edges.map(({ node }) => node))
      ;({ startCursor: before, hasPreviousPage: more } = page.pageInfo)
    }
    expect(forward).toEqual(all)
    expect(backward).toEqual(all)
  })

  test('of a conversation in which nothing was said is empty', async () => {
    const empty = await world.conversation(ada)
    const nothing = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null }
    for (const args of [{}, { first: 5 }, { last: 5 }, { fromSeq: 3, first: 5 }, { first: 0 }]) {
      expect(await readPage(world, ada, empty, args)).toEqual({ edges: [], pageInfo: nothing })
    }
  })

  test('without a size has the newest 50', async () => {
    const long = await world.conversation(ada)
    await sendMany(long, 60)
    const page = await readPage(world, ada, long)
    expect(page.edges.map(({ node }) => node.seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 11))
    expect(page.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false })
  })

  test('goes on where it was while messages arrive', async () => {
    const live = await world.conversation(ada)
    await sendMany(live, 10)
    const newest = await readPage(world, ada, live, { last: 4 })
    await sendMany(live, 10, 10)
    const older = await readPage(world, ada, live, { last: 4, before: newest.pageInfo.startCursor })
    expect(older.edges.map(({ node }) => node.seq)).toEqual([3, 4, 5, 6])
    const newer = await readPage(world, ada, live, { first: 4, after: newest.pageInfo.endCursor })
    expect(newer.edges.map(({ node }) => node.seq)).toEqual([11, 12, 13, 14])
  })

  test.each<[string, Parameters<typeof readPage>[3]]>([
    ['both ends', { first: 1, last: 1 }],
    ['a negative size', { last: -1 }],
    ['more than 100', { first: 101 }],
    ['a cursor that is none', { after: 'x' }],
    ['a cursor of another list', { before: Buffer.from('[1,"x"]').toString('base64url') }],
    ['a fromSeq below 1', { first: 1, fromSeq: 0 }],
  ])('with %s is refused', async (_what, args) => {
    await expect(readPage(world, ada, conversationId, args)).rejects.toThrow('INVALID_INPUT')
  })

  test('takes a cursor that names a place beyond the ends', async () => {
    const at = (seq: number) => Buffer.from(JSON.stringify([seq])).toString('base64url')
    const beyond = await readPage(world, ada, conversationId, { first: 5, after: at(Number.MAX_SAFE_INTEGER) })
    expect(beyond.edges).toEqual([])
    const before = await readPage(world, ada, conversationId, { last: 5, before: at(Number.MIN_SAFE_INTEGER) })
    expect(before.edges).toEqual([])
  })
})
