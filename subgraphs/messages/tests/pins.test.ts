import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { change, conversationRef, dataOf, openTopicOf, refusalOf, send } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
let ada: User
let bob: User
let conversationId: string
let sent = 0
beforeAll(async () => {
  world = await openWorld()
  ;[ada, bob] = (await world.users(2)) as [User, User]
})
afterAll(() => world.close())

async function fresh() {
  conversationId = await world.conversation(ada, bob)
  await world.setRole(conversationId, ada, 'ADMIN')
}
const say = (text: string) => send(world, bob, { conversationId, clientMessageId: `${(sent += 1)}`, text })
const act = (name: string, who: User, messageId: string) =>
  change<{ pin: { pinnedBy: { id: string } } | null }>(
    world,
    who,
    name,
    { messageId },
    'message { pin { pinnedBy { id } } }',
    'PinMessageInput',
  )
const pin = (who: User, id: string) => act('pinMessage', who, id)
const unpin = (who: User, id: string) => act('unpinMessage', who, id)

interface SeenPins {
  edges: { cursor: string; node: { message: { text: string } } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}
const listing = `query ($of: [_Any!]!, $first: Int, $after: String) { _entities(representations: $of) { ... on Conversation {
  pins(first: $first, after: $after) { edges { cursor node { pinnedAt pinnedBy { id } message { text } } } pageInfo { hasNextPage endCursor } }
} } }`
async function listed(who: User, args: { first?: number; after?: string | null } = {}): Promise<SeenPins> {
  const result = await world.ask(listing, { of: [conversationRef(conversationId)], ...args }, who)
  return dataOf<{ _entities: { pins: SeenPins }[] }>(result)._entities[0]!.pins
}
const textsOf = ({ edges }: SeenPins) => edges.map(({ node }) => node.message.text)
const eventsOf = async () =>
  (await openTopicOf(world, ada, conversationId, { after: 0 })).events
    .map(({ payload }) => payload)
    .filter(({ __typename }) => /Pinned|Unpinned|Deleted/.test(__typename))

describe('a pin', () => {
  test('holds a message up for all, the newest pin first, and is an event', async () => {
    await fresh()
    const [one, two] = [await say('one'), await say('two')]
    expect(await pin(ada, one.id)).toEqual({ pin: { pinnedBy: { id: ada.id } } })
    await pin(ada, two.id)
    expect(textsOf(await listed(bob))).toEqual(['two', 'one'])
    expect(await unpin(ada, two.id)).toEqual({ pin: null })
    expect(textsOf(await listed(bob))).toEqual(['one'])
    expect(await eventsOf()).toMatchObject([
      { __typename: 'MessagePinned', message: { id: one.id, seq: 1 }, actor: { id: ada.id } },
      { __typename: 'MessagePinned', message: { id: two.id } },
      { __typename: 'MessageUnpinned', message: { id: two.id } },
    ])
  })

  test('again is the same, and so is unpinning what is not pinned: no second event', async () => {
    await fresh()
    const { id } = await say('one')
    await unpin(ada, id)
    await pin(ada, id)
    await pin(ada, id)
    expect(await eventsOf()).toHaveLength(1)
  })

  test('is for owners and admins, in a direct conversation for both', async () => {
    await fresh()
    const { id } = await say('one')
    expect(await refusalOf(pin(bob, id))).toBe('FORBIDDEN')
    await pin(ada, id)
    expect(await refusalOf(unpin(bob, id))).toBe('FORBIDDEN')
    await world.setKind(conversationId, 'DIRECT')
    expect(await unpin(bob, id)).toEqual({ pin: null })
    const [mallory] = (await world.users(1)) as [User]
    expect(await refusalOf(pin(mallory, id))).toBe('FORBIDDEN')
    expect(await refusalOf(listed(mallory))).toBe('FORBIDDEN')
  })

  test('goes with a deleted message; deleted ones cannot be pinned', async () => {
    await fresh()
    const { id } = await say('one')
    await pin(ada, id)
    await change(world, bob, 'deleteMessage', { messageId: id })
    expect(textsOf(await listed(ada))).toEqual([])
    expect(await refusalOf(pin(ada, id))).toBe('NOT_FOUND')
  })

  test('is one of at most 50, listed by pages', async () => {
    await fresh()
    for (let n = 1; n <= 50; n += 1) await pin(ada, (await say(`${n}`)).id)
    expect(await refusalOf(pin(ada, (await say('51')).id))).toBe('LIMIT_EXCEEDED')
    const seen: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const page: SeenPins = await listed(bob, { first: 17, after })
      seen.push(...textsOf(page))
      ;({ endCursor: after, hasNextPage: more } = page.pageInfo)
    }
    expect(seen).toEqual(Array.from({ length: 50 }, (_, n) => `${50 - n}`))
  })

  test('is left out for whom the message is hidden', async () => {
    await fresh()
    const { id } = await say('one')
    await pin(ada, id)
    await change(world, bob, 'deleteMessageForMe', { messageId: id })
    expect([textsOf(await listed(bob)), textsOf(await listed(ada))]).toEqual([[], ['one']])
  })
})

test('I8: the statements for the pins of 1 conversation and of 50 are the same', async () => {
  const places: string[] = []
  for (let n = 0; n < 50; n += 1) {
    await fresh()
    await pin(ada, (await say(`${n}`)).id)
    places.push(conversationId)
  }
  const statements = async (count: number) => {
    const before = world.database.statements
    dataOf(await world.ask(listing, { of: places.slice(0, count).map(conversationRef) }, bob))
    return world.database.statements - before
  }
  const forOne = await statements(1)
  expect(await statements(50)).toBe(forOne)
})
