import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { change, conversationRef, dataOf, readMessage, readPage, send, type SeenPage } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
let ada: User
beforeAll(async () => {
  // One lane: so it is known which sends share a transaction.
  world = await openWorld({ lanes: 1 })
  ;[ada] = (await world.users(1)) as [User]
})
afterAll(() => world.close())

async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = world.database.statements
  await work()
  return world.database.statements - before
}

let sent = 0
const sendTo = (conversationId: string) =>
  send(world, ada, { conversationId, clientMessageId: `${(sent += 1)}`, text: `message ${sent}` })

const times = <T>(count: number, work: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)))

describe('I5: the statements of a send', () => {
  test('are the same with 3 members and with 10,000', async () => {
    const others = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `member-${n}` }))
    const small = await world.conversation(ada, ...others(2))
    const large = await world.conversation(ada, ...others(9_999))
    const forSmall = await statementsOf(() => sendTo(small))
    expect(await statementsOf(() => sendTo(large))).toBe(forSmall)
    expect(forSmall).toBe(9)
  })

  test('are shared by those who wait, in one conversation and in many', async () => {
    const one = await world.conversation(ada)
    const many = await times(50, () => world.conversation(ada))
    // At most one transaction for the first to arrive, and one for each group that came while another ran.
    expect(await statementsOf(() => times(50, () => sendTo(one)))).toBeLessThan(50 * 9 * 0.5)
    expect(await statementsOf(() => times(50, (n) => sendTo(many[n]!)))).toBeLessThan(50 * 9 * 0.5)
  })
})

describe('I5: the statements of every other change', () => {
  test.each([
    ['editMessage', 'EditMessageInput', { text: 'another' }],
    ['addReaction', 'ReactionInput', { emoji: '👍' }],
    ['removeReaction', 'ReactionInput', { emoji: '👍' }],
    ['pinMessage', 'PinMessageInput', {}],
    ['unpinMessage', 'PinMessageInput', {}],
    ['deleteMessageForMe', 'DeleteMessageInput', {}],
    ['deleteMessage', 'DeleteMessageInput', {}],
  ])('%s are the same with 3 members and with 10,000', async (name, type, input) => {
    const costs: number[] = []
    for (const place of places) {
      costs.push(
        await statementsOf(() =>
          change(world, ada, name, { messageId: place.messageId, ...input }, 'message { id }', type),
        ),
      )
    }
    expect(costs[1]).toBe(costs[0])
    expect(costs[0]).toBeLessThanOrEqual(18)
  })

  let places: { messageId: string }[]
  beforeAll(async () => {
    places = []
    for (const size of [2, 9_999]) {
      const others = Array.from({ length: size }, (_, n) => ({ id: `member-${n}` }))
      const conversationId = await world.conversation(ada, ...others)
      await world.setRole(conversationId, ada, 'ADMIN')
      places.push({ messageId: (await sendTo(conversationId)).id })
    }
  })
})

describe('I8: the statements of reading', () => {
  const listing = `query ($of: [_Any!]!) { _entities(representations: $of) {
    ... on Conversation { id lastMessage { text } messages(last: 5) { edges { node { seq conversation { id } } } } }
    ... on Message { text conversation { lastMessage { seq } } }
  } }`

  const list = async (of: { __typename: string; id: string }[]) =>
    dataOf<{ _entities: { id: string; lastMessage: { text: string }; messages: SeenPage }[] }>(
      await world.ask(listing, { of }, ada),
    )._entities

  test('are the same for a list of 1 and of 50 conversations, each with its newest messages', async () => {
    const conversations = await times(50, () => world.conversation(ada))
    for (let n = 0; n < 7; n += 1) await Promise.all(conversations.map(sendTo))
    const refs = conversations.map(conversationRef)
    const forOne = await statementsOf(() => list(refs.slice(0, 1)))
    let all: Awaited<ReturnType<typeof list>> = []
    expect(await statementsOf(async () => (all = await list(refs)))).toBe(forOne)
    expect(forOne).toBeLessThanOrEqual(4)
    expect(all.map(({ id }) => id)).toEqual(conversations)
    for (const { id, messages } of all) {
      expect(messages.edges.map(({ node }) => node)).toEqual(
        [3, 4, 5, 6, 7].map((seq) => ({ seq, conversation: { id } })),
      )
    }
  })

  test('are the same for 1 message and for 50, each with its conversation', async () => {
    const conversations = await times(50, () => world.conversation(ada))
    const messages = await Promise.all(conversations.map(sendTo))
    const refs = messages.map(({ id }) => ({ __typename: 'Message', id }))
    const forOne = await statementsOf(() => list(refs.slice(0, 1)))
    expect(await statementsOf(() => list(refs))).toBe(forOne)
  })

  test('are the same for a page of 1 and of 50, and for a short and a long history', async () => {
    const conversationId = await world.conversation(ada)
    await sendTo(conversationId)
    const forShort = await statementsOf(() => readPage(world, ada, conversationId, { last: 1 }))
    await times(200, () => sendTo(conversationId))
    expect(await statementsOf(() => readPage(world, ada, conversationId, { last: 1 }))).toBe(forShort)
    expect(await statementsOf(() => readPage(world, ada, conversationId, { last: 50 }))).toBe(forShort)
    expect(forShort).toBe(2)
  })

  test('by id are two: the message, and the membership', async () => {
    const { id } = await sendTo(await world.conversation(ada))
    expect(await statementsOf(() => readMessage(world, ada, id))).toBe(2)
  })
})
