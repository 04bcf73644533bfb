import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { tables } from '../../../platform/database/index.ts'
import { change, dataOf, openTopicOf, refusalOf, send } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
let ada: User
let bob: User
let conversationId: string
let sent = 0
beforeAll(async () => {
  world = await openWorld()
  ;[ada, bob] = (await world.users(2)) as [User, User]
  conversationId = await world.conversation(ada, bob)
})
afterAll(() => world.close())

const say = () => send(world, ada, { conversationId, clientMessageId: `${(sent += 1)}`, text: 'hello' })

interface SeenReaction {
  emoji: string
  count: number
  reactedByMe: boolean
}
const shown = (reactions: SeenReaction[]) =>
  reactions.map(({ emoji, count, reactedByMe }) => `${emoji} ${count}${reactedByMe ? ' mine' : ''}`)
const act = async (name: string, who: User, messageId: string, emoji: string) =>
  shown(
    (
      await change<{ reactions: SeenReaction[] }>(
        world,
        who,
        name,
        { messageId, emoji },
        'message { reactions { emoji count reactedByMe } }',
        'ReactionInput',
      )
    ).reactions,
  )
const add = (who: User, messageId: string, emoji: string) => act('addReaction', who, messageId, emoji)
const remove = (who: User, messageId: string, emoji: string) => act('removeReaction', who, messageId, emoji)
const logOf = async () => (await openTopicOf(world, ada, conversationId, { after: 0, limit: 1000 })).events

/** Emoji of which every two differ. */
const faces = Array.from({ length: 21 }, (_, n) => String.fromCodePoint(0x1f600 + n))

describe('a reaction', () => {
  test('is counted, and each viewer sees whether it is theirs', async () => {
    const { id } = await say()
    expect(await add(ada, id, '👍')).toEqual(['👍 1 mine'])
    expect(await add(bob, id, '👍')).toEqual(['👍 2 mine'])
    expect(await add(bob, id, '🇯🇵')).toEqual(['👍 2 mine', '🇯🇵 1 mine'])
    expect(await remove(ada, id, '👍')).toEqual(['👍 1', '🇯🇵 1'])
    expect(await remove(bob, id, '👍')).toEqual(['🇯🇵 1 mine'])
  })

  test('again is the same, and so is taking back what is not there: no second event', async () => {
    const { id } = await say()
    await add(ada, id, '👍')
    const before = (await logOf()).length
    expect(await add(ada, id, '👍')).toEqual(['👍 1 mine'])
    expect(await remove(bob, id, '👍')).toEqual(['👍 1'])
    expect(await logOf()).toHaveLength(before)
  })

  test('is an event with the count that it leaves', async () => {
    const { id, seq } = await say()
    await add(ada, id, '👍')
    await add(bob, id, '👍')
    await remove(ada, id, '👍')
    expect((await logOf()).slice(-3).map(({ payload }) => payload)).toMatchObject([
      { __typename: 'ReactionChanged', message: { id, seq }, user: { id: ada.id }, emoji: '👍', added: true, count: 1 },
      { user: { id: bob.id }, added: true, count: 2 },
      { user: { id: ada.id }, added: false, count: 1 },
    ])
  })

  test('of many at once is counted for each', async () => {
    const crowd = await world.users(15)
    const place = await world.conversation(ada, ...crowd)
    const { id } = await send(world, ada, { conversationId: place, clientMessageId: '1', text: 'hello' })
    await Promise.all(crowd.map((who) => add(who, id, '🎉')))
    expect(await add(ada, id, '🎉')).toEqual(['🎉 16 mine'])
  })

  test('is one emoji, however it is written', async () => {
    const { id } = await say()
    expect(await add(ada, id, '❤')).toEqual(['❤️ 1 mine'])
    expect(await add(ada, id, '❤️')).toEqual(['❤️ 1 mine'])
    expect(await add(ada, id, '👨‍👩‍👧')).toHaveLength(2)
    expect(await add(ada, id, '👍🏽')).toHaveLength(3)
    expect(await add(ada, id, '👍')).toHaveLength(4)
    for (const wrong of ['', 'a', 'ok', '👍👍', '<b>', ' ', '👍 ', 'x'.repeat(5_000)]) {
      expect(await refusalOf(add(ada, id, wrong))).toBe('INVALID_INPUT')
    }
  })

  test('is one of 20 different emoji; more people may take one that is there', async () => {
    const { id } = await say()
    for (const face of faces.slice(0, 20)) await add(ada, id, face)
    expect(await refusalOf(add(bob, id, faces[20]!))).toBe('LIMIT_EXCEEDED')
    expect(await add(bob, id, faces[3]!)).toHaveLength(20)
  })

  test('needs a member, and a message that is not deleted; a deletion takes it along', async () => {
    const { id } = await say()
    const [mallory] = (await world.users(1)) as [User]
    expect(await refusalOf(add(mallory, id, '👍'))).toBe('FORBIDDEN')
    await add(ada, id, '👍')
    await change(world, ada, 'deleteMessage', { messageId: id })
    expect(await refusalOf(add(ada, id, '👍'))).toBe('NOT_FOUND')
    expect(await remove(ada, id, '👍')).toEqual([])
  })
})

describe('an event of a reaction', () => {
  test('answers for each viewer what is theirs, and nothing for someone who is no member', async () => {
    const { id } = await say()
    await add(ada, id, '👍')
    const event = (await logOf()).at(-1)!
    const query = `query ($payload: _Any!) { _event_conversationEvents(payload: $payload) {
      ... on ReactionChanged { emoji count message { text reactions { reactedByMe } } }
    } }`
    const seenBy = (who: User) => world.ask(query, { payload: event.payload }, who)
    const mine = async (who: User) =>
      dataOf<{ _event_conversationEvents: { message: { reactions: SeenReaction[] } } }>(await seenBy(who))
        ._event_conversationEvents.message.reactions[0]!.reactedByMe
    expect([await mine(ada), await mine(bob)]).toEqual([true, false])
    const [mallory] = (await world.users(1)) as [User]
    expect(JSON.stringify(await seenBy(mallory))).not.toContain('hello')
  })
})

describe('I5, I8: the statements', () => {
  const statementsOf = async (work: () => Promise<unknown>) => {
    const before = world.database.statements
    await work()
    return world.database.statements - before
  }

  test('of a reaction are the same with 2 members and with 5,000, and with 1 reaction and many', async () => {
    const others = Array.from({ length: 4_998 }, (_, n) => ({ id: `other-${n}` }))
    const large = await world.conversation(ada, bob, ...others)
    const first = await say()
    const second = await send(world, ada, { conversationId: large, clientMessageId: '1', text: 'hello' })
    const rows = others.slice(0, 2_000).map(({ id: userId }) => ({ userId, emoji: '👍', createdAt: 1 }))
    const { reactions } = tables
    await world.database.insert(reactions).values(rows.map((row) => ({ ...row, conversationId: large, seq: 1 })))
    const small = await statementsOf(() => add(ada, first.id, '👍'))
    expect(await statementsOf(() => add(ada, second.id, '👍'))).toBe(small)
    expect(await add(ada, second.id, '👍')).toEqual(['👍 2001 mine'])
  })

  test('of a page are the same for 1 message and for 50, each with its reactions', async () => {
    const place = await world.conversation(ada, bob)
    for (let n = 0; n < 50; n += 1) {
      const { id } = await send(world, ada, { conversationId: place, clientMessageId: `${n}`, text: 'hello' })
      if (n % 5 === 0) await add(bob, id, '👍')
    }
    const query = `query ($of: [_Any!]!, $last: Int!) { _entities(representations: $of) { ... on Conversation {
      messages(last: $last) { edges { node { reactions { emoji count reactedByMe } } } }
    } } }`
    const page = (last: number) =>
      statementsOf(async () =>
        dataOf(await world.ask(query, { of: [{ __typename: 'Conversation', id: place }], last }, bob)),
      )
    const forOne = await page(1)
    expect(await page(50)).toBe(forOne)
    expect(forOne).toBeLessThanOrEqual(4)
  })
})

describe('who has reacted', () => {
  interface Page {
    edges: { node: { id: string }; reactedAt: string; cursor: string }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
  const query = `query ($id: ID!, $first: Int, $after: String) { message(id: $id) { reactions { emoji users(first: $first, after: $after) {
    edges { node { id } reactedAt cursor } pageInfo { hasNextPage endCursor } } } } }`
  const read = async (who: User, id: string, page: { first?: number; after?: string | null } = {}) => {
    const { message } = await dataOf<{ message: { reactions: { emoji: string; users: Page }[] } }>(
      await world.ask(
        query,
        {
          id,
          ...page,
        },
        who,
      ),
    )
    return new Map(message.reactions.map(({ emoji, users }) => [emoji, users]))
  }
  const idsOf = (page: Page | undefined) => page?.edges.map(({ node }) => node.id)

  test('is told in pages, the first one first, for each emoji', async () => {
    const people = await world.users(5)
    conversationId = await world.conversation(...([ada, bob, ...people] as [User, ...User[]]))
    const { id } = await say()
    for (const one of people) await add(one, id, '👍')
    await add(ada, id, '🎉')
    const all = await read(bob, id)
    expect(idsOf(all.get('👍'))).toHaveLength(5)
    expect(idsOf(all.get('🎉'))).toEqual([ada.id])
    const times = all.get('👍')!.edges.map(({ reactedAt }) => reactedAt)
    expect(times).toEqual(times.toSorted())
    const paged: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const page: Page | undefined = (await read(bob, id, { first: 2, after })).get('👍')
      paged.push(...idsOf(page)!)
      ;({ endCursor: after, hasNextPage: more } = page!.pageInfo)
    }
    expect(paged).toEqual(idsOf(all.get('👍')))
    await remove(people[0]!, id, '👍')
    expect(idsOf((await read(bob, id)).get('👍'))).not.toContain(people[0]!.id)
  })

  test('is for members, and a page that is none is refused', async () => {
    const { id } = await say()
    await add(ada, id, '👍')
    const [stranger] = await world.users(1)
    const { message } = await dataOf<{ message: null }>(await world.ask(query, { id }, stranger!))
    expect(message).toBeNull()
    for (const page of [{ first: -1 }, { first: 101 }, { after: 'x' }]) {
      expect(await refusalOf(read(ada, id, page))).toBe('INVALID_INPUT')
    }
  })

  test('costs the same statements for one message as for fifty, each with several emoji', async () => {
    conversationId = await world.conversation(ada, bob)
    const messages: string[] = []
    for (let n = 0; n < 50; n += 1) messages.push((await say()).id)
    for (const id of messages) for (const emoji of ['👍', '🎉']) for (const one of [ada, bob]) await add(one, id, emoji)
    const history = `query ($id: ID!, $first: Int!) { _entities(representations: [{__typename: "Conversation", id: $id}]) {
      ... on Conversation { messages(first: $first) { edges { node { reactions { count users(first: 5) { edges { node { id } } } } } } } } } }`
    const statementsOf = async (first: number) => {
      const before = world.database.statements
      dataOf(await world.ask(history, { id: conversationId, first }, ada))
      return world.database.statements - before
    }
    expect(await statementsOf(50)).toBe(await statementsOf(1))
  })
})
