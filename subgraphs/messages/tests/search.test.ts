import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { tables } from '../../../platform/database/index.ts'
import { change, refusalOf, send } from './asking.ts'
import { find as findIn, type Found } from './searching.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
let ada: User
let bob: User
let sent = 0
beforeAll(async () => {
  world = await openWorld()
  ;[ada, bob] = (await world.users(2)) as [User, User]
})
afterAll(() => world.close())

const say = (who: User, conversationId: string, text: string, more: object = {}) =>
  send(world, who, { conversationId, clientMessageId: `${(sent += 1)}`, text, ...more })

const find = (who: User, args: Record<string, unknown>) => findIn(world, who, args)
const texts = ({ edges }: Found) => edges.map(({ node }) => node.message.text)
const search = async (who: User, words: string, conversationId?: string) =>
  texts(await find(who, { query: words, conversationId }))

describe('search in a conversation', () => {
  test('finds what holds every term, anywhere in a word, in any case and width, the newest first', async () => {
    const place = await world.conversation(ada, bob)
    await say(ada, place, 'The cat sat on a mat')
    await say(bob, place, 'CATS and dogs')
    await say(ada, place, 'Concatenation is fun')
    await say(ada, place, 'ｃａｔ in full width, Straße, ÉTÉ')
    expect(await search(bob, 'cat', place)).toHaveLength(4)
    expect((await search(bob, 'cat', place))[1]).toBe('Concatenation is fun')
    expect(await search(bob, 'CAT dog', place)).toEqual(['CATS and dogs'])
    expect(await search(bob, 'cat mat', place)).toEqual(['The cat sat on a mat'])
    expect(await search(bob, 'été straße', place)).toHaveLength(1)
    expect(await search(bob, 'a', place)).toHaveLength(4)
    expect(await search(bob, 'bird', place)).toEqual([])
  })

  test('is right on text without spaces between words', async () => {
    const place = await world.conversation(ada)
    await say(ada, place, '今天天气很好，我们去公园吧')
    await say(ada, place, '東京タワーに行きました')
    await say(ada, place, '猫')
    for (const [words, count] of [
      ['天气', 1],
      ['很好', 1],
      ['公园吧', 1],
      ['天 园', 1],
      ['东京', 0],
      ['東京タワー', 1],
      ['ﾀﾜｰ', 1],
      ['行き', 1],
      ['猫', 1],
      ['气天', 0],
    ] as const) {
      expect([words, (await search(ada, words, place)).length]).toEqual([words, count])
    }
  })

  test('does not tell letters by case or accent, and keeps them apart where a script does', async () => {
    const [cleo] = (await world.users(1)) as [User]
    const place = await world.conversation(cleo)
    const written = ['Ein Café in der Straße', 'ΟΔΟΣ ή οδός', 'İstanbul naïve x\u0302y', 'ёлка, мой', 'ガラス', 'ｶﾞﾗｽ']
    for (const text of written) await say(cleo, place, text)
    const [cafe, odos, city, tree, glass, halfGlass] = written
    for (const [words, expected] of [
      ['cafe', [cafe]],
      ['CAFÉ', [cafe]],
      ['cafe\u0301', [cafe]],
      ['STRASSE cafe', [cafe]],
      ['straße', [cafe]],
      ['ΟΔΌΣ', [odos]],
      ['οδοσ', [odos]],
      ['istanbul NAIVE', [city]],
      ['xy', [city]],
      ['елка', [tree]],
      ['мои', []],
      ['ガラス', [halfGlass, glass]],
      ['ｶﾞﾗｽ', [halfGlass, glass]],
      ['カラス', []],
    ] as const) {
      expect([words, await search(cleo, words, place)]).toEqual([words, expected])
      expect([words, await search(cleo, words)]).toEqual([words, expected])
    }
    const matched = async (words: string) =>
      (await find(cleo, { query: words, conversationId: place })).edges[0]!.node.excerpt.filter(({ match }) => match)
    expect((await matched('cafe strasse')).map(({ text }) => text)).toEqual(['Café', 'Straße'])
    expect((await matched('x')).map(({ text }) => text)).toEqual(['x\u0302'])
  })

  test('finds what was written before accents were left out by its own accents', async () => {
    const [cleo] = (await world.users(1)) as [User]
    const place = await world.conversation(cleo)
    const { seq } = await say(cleo, place, 'Älteres Café, Straße')
    const { messageSearch: kept } = tables
    const row = and(eq(kept.conversationId, place), eq(kept.seq, seq))
    await world.database.update(kept).set({ text: 'älteres café, straße' }).where(row)
    for (const where of [place, undefined]) {
      for (const [words, count] of [
        ['CAFÉ', 1],
        ['älteres straße', 1],
        ['ält é', 1],
        ['Cafés', 0],
      ] as const) {
        expect([words, (await search(cleo, words, where)).length]).toEqual([words, count])
      }
    }
    const { excerpt } = (await find(cleo, { query: 'café', conversationId: place })).edges[0]!.node
    expect(excerpt.find(({ match }) => match)?.text).toBe('Café')
  })

  test('takes what it is given as text: signs of a query language, quotes, per cents', async () => {
    const place = await world.conversation(ada)
    for (const text of ['100% "sure"', 'C++ or c#?', "it's a_b*c", 'foo-bar (baz)', 'NOT OR AND NEAR']) {
      await say(ada, place, text)
    }
    for (const words of ['100%', '"sure"', 'c++', 'C#', "it's", 'a_b*c', 'foo-bar', '(baz)', 'near', 'oo-b']) {
      expect([words, (await search(ada, words, place)).length]).toEqual([words, 1])
    }
    expect(await search(ada, '%%', place)).toEqual([])
    expect(await search(ada, '+-@~<>()*"', place)).toEqual([])
  })

  test('agrees with a plain comparison, whatever is written and asked for', async () => {
    const place = await world.conversation(ada)
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'A', 'i', '好', '天', '-', '"', ' '),
      minLength: 1,
      maxLength: 8,
    })
    const written = fc.sample(
      word.filter((text) => text.trim() !== ''),
      60,
    )
    for (const text of written) await say(ada, place, text)
    const stored = written
    await fc.assert(
      fc.asyncProperty(
        word.filter((text) => text.trim() !== ''),
        async (words) => {
          const terms = words.toLowerCase().split(' ').filter(Boolean)
          const expected = stored.filter((text) => terms.every((term) => text.toLowerCase().includes(term)))
          const found = texts(await find(ada, { query: words, conversationId: place, first: 100 }))
          expect(found.sort()).toEqual(expected.sort())
        },
      ),
      { numRuns: 60 },
    )
  })

  test('follows edits, deletions for all and for oneself', async () => {
    const place = await world.conversation(ada, bob)
    const { id: messageId } = await say(ada, place, 'needle')
    await change(world, ada, 'editMessage', { messageId, text: 'thread' })
    expect([await search(bob, 'needle', place), await search(bob, 'thread', place)]).toEqual([[], ['thread']])
    await change(world, bob, 'deleteMessageForMe', { messageId })
    expect([await search(bob, 'thread', place), await search(ada, 'thread', place)]).toEqual([[], ['thread']])
    await change(world, ada, 'deleteMessage', { messageId })
    expect(await search(ada, 'thread', place)).toEqual([])
  })

  test('by sender and time', async () => {
    const place = await world.conversation(ada, bob)
    const first = await say(ada, place, 'needle one')
    const second = await say(bob, place, 'needle two')
    const filtered = async (filter: object) =>
      texts(await find(ada, { query: 'needle', conversationId: place, filter }))
    expect(await filtered({ senderId: bob.id })).toEqual(['needle two'])
    expect(await filtered({ since: first.createdAt })).toHaveLength(2)
    expect(await filtered({ until: first.createdAt })).toEqual([])
    expect(await filtered({ since: new Date(Date.parse(second.createdAt) + 1).toISOString() })).toEqual([])
  })

  test('shows what matches, in an excerpt', async () => {
    const place = await world.conversation(ada)
    await say(ada, place, `${'x '.repeat(200)}Where is the NEEDLE, the needles? ${'y '.repeat(300)}`)
    const [edge] = (await find(ada, { query: 'needle the', conversationId: place })).edges
    const { excerpt } = edge!.node
    expect(excerpt.filter(({ match }) => match).map(({ text }) => text)).toEqual(['the', 'NEEDLE', 'the', 'needle'])
    expect([excerpt[0]!.text, excerpt.at(-1)!.text]).toEqual(['…', '…'])
    const whole = excerpt.map(({ text }) => text).join('')
    expect(whole).toContain('Where is the NEEDLE, the needles?')
    expect(whole.length).toBeLessThan(300)
  })
})

describe('search in all conversations', () => {
  test('finds only where the viewer is a member, and no longer after a removal', async () => {
    const [cleo] = (await world.users(1)) as [User]
    const [one, two, other] = await Promise.all([
      world.conversation(ada, cleo),
      world.conversation(bob, cleo),
      world.conversation(ada, bob),
    ])
    await say(ada, one, 'haystack one')
    await say(bob, two, 'haystack two')
    await say(ada, other, 'haystack three')
    expect((await search(cleo, 'haystack')).sort()).toEqual(['haystack one', 'haystack two'])
    await world.remove(two, cleo)
    expect(await search(cleo, 'haystack')).toEqual(['haystack one'])
    expect(await refusalOf(search(cleo, 'haystack', two))).toBe('FORBIDDEN')
    expect(await refusalOf(search(cleo, 'haystack', other))).toBe('FORBIDDEN')
  })

  test('goes on by pages, both ways, each message once, also where times are equal', async () => {
    const [cleo] = (await world.users(1)) as [User]
    const places = await Promise.all([1, 2, 3].map(() => world.conversation(cleo)))
    await Promise.all(Array.from({ length: 30 }, (_, n) => say(cleo, places[n % 3]!, `pages ${n}`)))
    const all = texts(await find(cleo, { query: 'pages', first: 100 }))
    expect(all).toHaveLength(30)
    const walk = async (forward: boolean) => {
      const seen: string[][] = []
      for (let at: object = {}, more = true; more;) {
        const page = await find(cleo, { query: 'pages', [forward ? 'first' : 'last']: 7, ...at })
        seen.push(texts(page))
        more = forward ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage
        at = forward ? { after: page.pageInfo.endCursor } : { before: page.pageInfo.startCursor }
      }
      return (forward ? seen : seen.reverse()).flat()
    }
    expect(await walk(true)).toEqual(all)
    expect(await walk(false)).toEqual(all)
  })

  test('needs a query of 1 to 100 characters and 10 terms, with one of 2 characters', async () => {
    for (const words of ['', ' ', 'x'.repeat(101), 'a b c d e f g h i j kk', 'a', '猫', 'a\u0000']) {
      expect(await refusalOf(search(ada, words))).toBe('INVALID_INPUT')
    }
    expect(await refusalOf(find(ada, { query: 'ok', first: 101 }))).toBe('INVALID_INPUT')
    expect(await refusalOf(find(ada, { query: 'ok', filter: { senderId: 'x' } }))).toBe('INVALID_INPUT')
  })
})

test('I8: the statements of a search are the same for 1 message and for 50', async () => {
  const place = await world.conversation(ada)
  for (let n = 0; n < 50; n += 1) await say(ada, place, `statement ${n}`)
  const statements = async (first: number) => {
    const before = world.database.statements
    expect((await find(ada, { query: 'statement', conversationId: place, first })).edges).toHaveLength(first)
    return world.database.statements - before
  }
  expect(await statements(1)).toBe(2)
  expect(await statements(50)).toBe(2)
})
