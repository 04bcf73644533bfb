import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { v7 as uuid } from 'uuid'
import { readAfter } from '../../../platform/timeline/index.ts'
import type { Person } from './person.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

const aGroup = async (count: number) => {
  const [ada, ...others] = (await world.people(count + 1)) as [Person, ...Person[]]
  return { ada, others, id: (await ada.createGroup('Group', others)).id }
}
const rolesOf = async (viewer: Person, id: string) =>
  Object.fromEntries((await viewer.see(id)).members.edges.map(({ node }) => [node.user.id, node.role]))
const changeRole = (actor: Person, conversationId: string, { id: userId }: Person, role: string) =>
  actor.mutate('changeRole', { conversationId, userId, role })
const transfer = (actor: Person, conversationId: string, { id: userId }: Person) =>
  actor.mutate('transferOwnership', { conversationId, userId })
const ban = (actor: Person, conversationId: string, { id: userId }: Person) =>
  actor.mutate('banMember', { conversationId, userId })
const unban = (actor: Person, conversationId: string, { id: userId }: Person) =>
  actor.mutate('unbanMember', { conversationId, userId })
const bansOf = async (viewer: Person, id: string) =>
  (await viewer.ask(`{ conversation(id: "${id}") { bans { edges { node { user { id } } } } } }`)).conversation.bans

test('a role is changed once, however often it is sent', async () => {
  const { ada, others, id } = await aGroup(1)
  const [ben] = others as [Person]
  const { rev } = await ada.see(id)
  await changeRole(ada, id, ben, 'ADMIN')
  await changeRole(ada, id, ben, 'ADMIN')
  expect(await rolesOf(ben, id)).toEqual({ [ada.id]: 'OWNER', [ben.id]: 'ADMIN' })
  expect((await ada.see(id)).rev).toBe(rev + 1)
  await expect(changeRole(ada, id, await world.person(), 'ADMIN')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(changeRole(ada, id, ben, 'KING')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
})

test('the last owner stays one; with another one they may step down', async () => {
  const { ada, others, id } = await aGroup(1)
  const [ben] = others as [Person]
  await expect(changeRole(ada, id, ada, 'MEMBER')).rejects.toMatchObject({ code: 'FORBIDDEN', message: /owner/ })
  await changeRole(ada, id, ben, 'OWNER')
  await changeRole(ada, id, ada, 'MEMBER')
  expect(await rolesOf(ada, id)).toEqual({ [ada.id]: 'MEMBER', [ben.id]: 'OWNER' })
})

test('two owners who step each other down at once leave an owner', async () => {
  const { ada, others, id } = await aGroup(1)
  const [ben] = others as [Person]
  await changeRole(ada, id, ben, 'OWNER')
  await Promise.allSettled([changeRole(ada, id, ben, 'MEMBER'), changeRole(ben, id, ada, 'MEMBER')])
  expect(Object.values(await rolesOf(ada, id)).sort()).toEqual(['MEMBER', 'OWNER'])
})

test('ownership passes to someone else, who has it before it is given up; a retry changes nothing', async () => {
  const { ada, others, id } = await aGroup(1)
  const [ben] = others as [Person]
  const { rev } = await ada.see(id)
  await transfer(ada, id, ben)
  await transfer(ada, id, ben)
  expect(await rolesOf(ada, id)).toEqual({ [ada.id]: 'ADMIN', [ben.id]: 'OWNER' })
  const { events } = (await readAfter(world.database, id, rev, 10))!
  expect(events.map(({ payload }) => payload)).toMatchObject([
    { __typename: 'RoleChanged', user: { id: ben.id }, role: 'OWNER', actor: { id: ada.id } },
    { __typename: 'RoleChanged', user: { id: ada.id }, role: 'ADMIN', actor: { id: ada.id } },
  ])
  await expect(transfer(ben, id, ben)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(transfer(ben, id, await world.person())).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a guest inherits a group only when nobody else is left', async () => {
  const { ada, others, id } = await aGroup(2)
  const [ben, eve] = others as [Person, Person]
  const first = [ben, eve].sort((a, b) => (a.id < b.id ? -1 : 1)) as [Person, Person]
  await changeRole(ada, id, first[0], 'GUEST')
  await ada.leave(id)
  expect(await rolesOf(ben, id)).toEqual({ [first[0].id]: 'GUEST', [first[1].id]: 'OWNER' })
  await first[1].leave(id)
  expect(await rolesOf(first[0], id)).toEqual({ [first[0].id]: 'OWNER' })
})

test('who is banned is removed, and comes back by no link and no hand until the ban is lifted', async () => {
  const { ada, others, id } = await aGroup(1)
  const [ben] = others as [Person]
  const code = await ada.invite(id)
  await ban(ada, id, ben)
  expect((await ada.see(id)).memberCount).toBe(1)
  await expect(ben.see(id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(ben.join(code)).rejects.toMatchObject({ code: 'FORBIDDEN', message: 'You are banned here.' })
  await expect(ada.add(id, [ben.id])).rejects.toMatchObject({ code: 'FORBIDDEN', message: /banned/ })
  expect(await bansOf(ada, id)).toEqual({ edges: [{ node: { user: { id: ben.id } } }] })
  await unban(ada, id, ben)
  await unban(ada, id, ben)
  expect(await bansOf(ada, id)).toEqual({ edges: [] })
  expect(await ben.join(code)).toMatchObject({ memberCount: 2, viewerMember: { role: 'MEMBER' } })
})

test('someone who never was a member can be banned; someone who is no user cannot, nor oneself', async () => {
  const { ada, id } = await aGroup(0)
  const eve = await world.person()
  const code = await ada.invite(id)
  await ban(ada, id, eve)
  await expect(eve.join(code)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect((await ada.see(id)).memberCount).toBe(1)
  await expect(ban(ada, id, { id: uuid() } as Person)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(ban(ada, id, ada)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a ban is an event, after the removal that ends the subscriptions; a second one is none', async () => {
  const { ada, others, id } = await aGroup(1)
  const [ben] = others as [Person]
  const eve = await world.person()
  const { rev } = await ada.see(id)
  for (const person of [ben, ben, eve]) await ban(ada, id, person)
  await unban(ada, id, eve)
  const { events } = (await readAfter(world.database, id, rev, 10))!
  expect(events.map(({ payload, endsFor }) => [payload['__typename'], payload['user'], endsFor])).toEqual([
    ['MemberRemoved', { __typename: 'User', id: ben.id }, [ben.id]],
    ['MemberBanned', { __typename: 'User', id: ben.id }, undefined],
    ['MemberBanned', { __typename: 'User', id: eve.id }, undefined],
    ['MemberUnbanned', { __typename: 'User', id: eve.id }, undefined],
  ])
})

test('only owners and admins see who is banned', async () => {
  const { ada, others, id } = await aGroup(2)
  const [ben, eve] = others as [Person, Person]
  await ban(ada, id, eve)
  expect(await bansOf(ben, id)).toBeNull()
  await changeRole(ada, id, ben, 'ADMIN')
  expect((await bansOf(ben, id)).edges).toHaveLength(1)
})
