import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { v7 as uuid } from 'uuid'
import type { Person } from './person.ts'
import { say } from './say.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

const aGroup = async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  return { ada, ben, id: (await ada.createGroup('Group', [ben])).id }
}
const deliver = async (person: Person, conversationId: string, seq: number) =>
  (await person.mutate('markDelivered', { conversationId, seq }, 'conversation { rev }')).conversation
const receiptOf = async (viewer: Person, id: string, { id: userId }: Person) => {
  const { members } = await viewer.see(id)
  const { readSeq, deliveredSeq } = members.edges.find(({ node }) => node.user.id === userId)!.node
  return { readSeq, deliveredSeq }
}

test('unread is what others have said since one has read, and what one says oneself is read', async () => {
  const { ada, ben, id } = await aGroup()
  await say(world.database, id, ada.id, 5)
  expect((await ben.see(id)).unreadCount).toBe(5)
  expect((await ada.see(id)).unreadCount).toBe(0)
  expect(await ben.read(id, 3)).toBe(2)
  await say(world.database, id, ben.id)
  expect((await ben.see(id)).unreadCount).toBe(0)
  expect((await ada.see(id)).unreadCount).toBe(1)
  await say(world.database, id, ada.id, 2)
  expect((await ben.see(id)).unreadCount).toBe(2)
  expect((await ada.see(id)).unreadCount).toBe(0)
})

test('nothing from before one joins is unread, nor from before one comes back', async () => {
  const { ada, ben, id } = await aGroup()
  const eve = await world.person()
  await say(world.database, id, ada.id, 3)
  await ada.add(id, [eve.id])
  expect((await eve.see(id)).unreadCount).toBe(0)
  await say(world.database, id, ada.id, 2)
  expect((await eve.see(id)).unreadCount).toBe(2)
  await ada.remove(id, ben.id)
  await say(world.database, id, ada.id, 2)
  await ada.add(id, [ben.id])
  expect((await ben.see(id)).unreadCount).toBe(0)
  expect(await receiptOf(ada, id, ben)).toEqual({ readSeq: 0, deliveredSeq: 0 })
})

test('a pointer never goes back, however late and however often it is sent, from many devices at once', async () => {
  const { ada, ben, id } = await aGroup()
  await say(world.database, id, ada.id, 20)
  await Promise.all([7, 20, 3, 12, 20, 1].map((seq) => ben.read(id, seq)))
  expect(await receiptOf(ada, id, ben)).toEqual({ readSeq: 20, deliveredSeq: 20 })
  expect(await ben.read(id, 4)).toBe(0)
  await say(world.database, id, ada.id, 2)
  await deliver(ben, id, 22)
  await deliver(ben, id, 2)
  expect(await receiptOf(ada, id, ben)).toEqual({ readSeq: 20, deliveredSeq: 22 })
  await ben.read(id, 21)
  expect(await receiptOf(ada, id, ben)).toEqual({ readSeq: 21, deliveredSeq: 22 })
})

test('what is read has been delivered', async () => {
  const { ada, ben, id } = await aGroup()
  await say(world.database, id, ada.id, 4)
  await ben.read(id, 4)
  expect(await receiptOf(ada, id, ben)).toEqual({ readSeq: 4, deliveredSeq: 4 })
})

test('a receipt takes no place in the conversation’s log, and no lock of it: the reader’s own log tells what was read', async () => {
  const { ada, ben, id } = await aGroup()
  await say(world.database, id, ada.id, 3)
  const { rev, lastActivityAt } = await ben.see(id)
  await world.published()
  const before = (await world.published()).length
  await ben.read(id, 2)
  await deliver(ben, id, 3)
  expect(await ben.see(id)).toMatchObject({ rev, lastActivityAt })
  expect((await world.published()).slice(before)).toMatchObject([
    { topic: `inbox:${ben.id}`, payload: { __typename: 'ReadMoved', readSeq: 2, unreadAfter: 2 } },
  ])
  expect(await world.statementsOf(() => deliver(ben, id, 3))).toBe(3)
})

test('a receipt ahead of the conversation, a negative one, and one of no member are refused', async () => {
  const { ada, ben, id } = await aGroup()
  const eve = await world.person()
  await say(world.database, id, ada.id, 3)
  for (const move of [ben.read.bind(ben), deliver.bind(null, ben)]) {
    await expect(move(id, 4)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(move(id, -1)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(move(uuid(), 1)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(move('💥', 1)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  }
  await expect(eve.read(id, 1)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await ada.remove(id, ben.id)
  await expect(ben.read(id, 2)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

const seenBy = async (viewer: Person, id: string, seq: number, args = '') => {
  const query = `{ conversation(id: "${id}") { seenBy(seq: ${seq}${args}) {
    edges { node { user { id } } } pageInfo { hasNextPage endCursor } } } }`
  const { edges, pageInfo } = (await viewer.ask(query)).conversation.seenBy
  return { ids: edges.map(({ node }: { node: { user: { id: string } } }) => node.user.id) as string[], ...pageInfo }
}

test('a message is seen by who has read it, without its sender and who joined later, page by page', async () => {
  const [ada, ...others] = (await world.people(8)) as [Person, ...Person[]]
  const late = await world.person()
  const { id } = await ada.createGroup('Group', others)
  await say(world.database, id, ada.id, 2)
  await ada.add(id, [late.id])
  await say(world.database, id, others[0]!.id)
  for (const person of [ada, late, ...others.slice(0, 5)]) await person.read(id, 3)
  await others[5]!.read(id, 1)
  const expected = others.slice(0, 5).map((person) => person.id)
  const found: string[] = []
  for (let after = '', more = true; more;) {
    const page = await seenBy(ada, id, 2, `, first: 2${after}`)
    found.push(...page.ids)
    more = page.hasNextPage
    after = `, after: "${page.endCursor}"`
  }
  expect(found).toHaveLength(5)
  expect(found.sort()).toEqual(expected.sort())
  expect((await seenBy(ada, id, 1)).ids.sort()).toEqual([...expected, others[5]!.id].sort())
  expect((await seenBy(ada, id, 3)).ids.sort()).toEqual([ada.id, late.id, ...expected.slice(1)].sort())
  expect((await seenBy(ada, id, 4)).ids).toEqual([])
})

test('the statements of seen by are the same for a page of one and of fifty conversations', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  for (let n = 0; n < 50; n++) {
    const { id } = await ada.createGroup(`Group ${n}`, [ben])
    await say(world.database, id, ada.id)
    await ben.read(id, 1)
  }
  const list = (first: number) => () =>
    ada.ask(`{ conversations(first: ${first}) { edges { node {
      unreadCount seenBy(seq: 1) { edges { node { readSeq user { id } } } }
    } } } }`)
  expect(await world.statementsOf(list(1))).toBe(2)
  expect(await world.statementsOf(list(50))).toBe(2)
  const { conversations } = await list(50)()
  for (const { node } of conversations.edges) {
    expect(node.seenBy.edges).toEqual([{ node: { readSeq: 1, user: { id: ben.id } } }])
  }
})
