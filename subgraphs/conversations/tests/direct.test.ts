import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import { memberIds } from './person.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

test('two people have one direct conversation, whoever of them opens it, and however often', async () => {
  const [ada, ben] = await world.people(2)
  const opened = await ada!.openDirect(ben!.id)
  expect(opened).toMatchObject({ kind: 'DIRECT', title: null, memberCount: 2, viewerMember: { user: { id: ada!.id } } })
  expect(memberIds(opened)).toEqual([ada!.id, ben!.id].sort())
  expect((await ben!.openDirect(ada!.id)).id).toBe(opened.id)
  expect((await ada!.openDirect(ben!.id.toUpperCase())).rev).toBe(opened.rev)
})

test('when both ask at once, again and again, they get the same conversation and nothing is left over', async () => {
  const [ada, ben] = await world.people(2)
  const opened = await Promise.all(
    Array.from({ length: 10 }, (_, n) => (n % 2 ? ada!.openDirect(ben!.id) : ben!.openDirect(ada!.id))),
  )
  expect(new Set(opened.map(({ id }) => id)).size).toBe(1)
  const { conversations, members } = tables
  const mine = await world.database.select().from(members).where(eq(members.userId, ada!.id))
  expect(mine).toHaveLength(1)
  const made = await world.database.select().from(conversations).where(eq(conversations.createdBy, ada!.id))
  const madeByBen = await world.database.select().from(conversations).where(eq(conversations.createdBy, ben!.id))
  expect([...made, ...madeByBen]).toHaveLength(1)
})

test('nobody opens a direct conversation with themselves, with nobody, or without a token', async () => {
  const ada = await world.person()
  await expect(ada.openDirect(ada.id)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(ada.openDirect(ada.id.toUpperCase())).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(ada.openDirect(uuid())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(ada.openDirect("'; drop table members; --")).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const query = `mutation { openDirectConversation(input: {userId: "${uuid()}"}) { conversation { id } } }`
  const { errors } = await world.subgraph.execute({ query })
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('users are looked up with the token of who asks; while they cannot be, nothing is written', async () => {
  const [ada, ben] = await world.people(2)
  world.network.reachable = false
  await expect(ada!.openDirect(ben!.id)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  world.network.reachable = true
  expect(await world.database.select().from(tables.members).where(eq(tables.members.userId, ada!.id))).toEqual([])
  await ada!.openDirect(ben!.id)
  expect(world.network.asked.at(-1)).toEqual({ authorization: ada!.authorization, users: 1 })
})

test('a direct conversation keeps its two members: none is added, removed, invited or leaves, and it has no title', async () => {
  const [ada, ben, eve] = await world.people(3)
  const { id } = await ada!.openDirect(ben!.id)
  const refused = [
    () => ada!.add(id, [eve!.id]),
    () => ada!.remove(id, ben!.id),
    () => ada!.leave(id),
    () => ada!.invite(id),
    () => ada!.rename(id, 'Us'),
    () => ada!.mutate('changeTopic', { conversationId: id, topic: 'Us' }),
    () => ada!.mutate('changeAvatar', { conversationId: id, avatarUrl: 'https://example.org/us.png' }),
    () => ada!.mutate('changeRole', { conversationId: id, userId: ben!.id, role: 'OWNER' }),
    () => ada!.mutate('transferOwnership', { conversationId: id, userId: ben!.id }),
    () => ada!.mutate('banMember', { conversationId: id, userId: ben!.id }),
    () => ada!.mutate('unbanMember', { conversationId: id, userId: ben!.id }),
  ]
  for (const attempt of refused) {
    await expect(attempt()).rejects.toMatchObject({ code: 'FORBIDDEN', message: /direct conversation/ })
  }
  expect(await ada!.see(id)).toMatchObject({ rev: 3, memberCount: 2 })
})
