import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import { memberIds, type Person } from './person.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())
afterEach(() => void (world.clock.now = Date.now))

const roleOf = async (viewer: Person, conversationId: string, userId: string) =>
  (await viewer.see(conversationId)).members.edges.find(({ node }) => node.user.id === userId)?.node.role

test('a group starts with its creator as owner and those named as members, each once', async () => {
  const [ada, ben, eve] = (await world.people(3)) as [Person, Person, Person]
  const group = await ada.createGroup('  Cafe\u0301 ', [ben, eve, ben, ada])
  expect(group).toMatchObject({ kind: 'GROUP', title: 'Caf\u00e9', memberCount: 3, viewerMember: { role: 'OWNER' } })
  expect(memberIds(group)).toEqual([ada.id, ben.id, eve.id].sort())
  expect(await ben.see(group.id)).toMatchObject({ viewerMember: { role: 'MEMBER', user: { id: ben.id } } })
})

test('a title has 1 to 120 characters, counted as code points, and no control characters', async () => {
  const ada = await world.person()
  for (const title of ['', '   ', 'x'.repeat(121), 'x'.repeat(100_000), 'two\nlines', 'nul\u0000', '\ud800']) {
    await expect(ada.createGroup(title)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  }
  const { id } = await ada.createGroup('💥'.repeat(120))
  await expect(ada.rename(id, '💥'.repeat(121))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  expect((await ada.see(id)).title).toBe('💥'.repeat(120))
})

test('who is no user is not made a member, and then nobody is', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const { id, rev } = await ada.createGroup('Group')
  await expect(ada.add(id, [ben.id, uuid()])).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(ada.add(id, ['?'])).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(ada.add(id, [])).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(
    ada.add(
      id,
      Array.from({ length: 101 }, () => uuid()),
    ),
  ).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  expect(await ada.see(id)).toMatchObject({ memberCount: 1, rev })
  const stranger = { id: uuid() } as Person
  await expect(ada.createGroup('Other', [ben, stranger])).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(ada.createGroup('Other', Array(101).fill(ben))).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
})

test('adding a member again changes nothing, also when many add the same at once', async () => {
  const [ada, ben, eve] = (await world.people(3)) as [Person, Person, Person]
  const { id, rev } = await ada.createGroup('Group')
  await Promise.all(Array.from({ length: 5 }, () => ada.add(id, [ben.id, eve.id])))
  const group = await ada.see(id)
  expect(group).toMatchObject({ memberCount: 3, rev: rev + 2 })
  expect(await ada.add(id, [ben.id])).toEqual(group)
})

test('who was removed comes back when they are added, as a member like any new one', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const { id } = await ada.createGroup('Group', [ben])
  await world.database.update(tables.members).set({ role: 'ADMIN' }).where(eq(tables.members.userId, ben.id))
  await ada.remove(id, ben.id)
  await expect(ben.see(id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await ada.add(id, [ben.id])
  expect(await ben.see(id)).toMatchObject({ memberCount: 2, viewerMember: { role: 'MEMBER' } })
})

test('a removal can be sent again; who never was a member is not found', async () => {
  const [ada, ben, eve] = (await world.people(3)) as [Person, Person, Person]
  const { id } = await ada.createGroup('Group', [ben])
  const removed = await ada.remove(id, ben.id)
  expect(removed.memberCount).toBe(1)
  expect(await ada.remove(id, ben.id)).toEqual(removed)
  await expect(ada.remove(id, eve.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(ada.remove(id, 'nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(ada.remove(id, ada.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('renaming to the same title changes nothing', async () => {
  const ada = await world.person()
  const { id, rev } = await ada.createGroup('One')
  expect(await ada.rename(id, 'Two')).toMatchObject({ title: 'Two', rev: rev + 1 })
  expect(await ada.rename(id, ' Two ')).toMatchObject({ title: 'Two', rev: rev + 1 })
})

test('two changes in one request each answer with the state that they left', async () => {
  const ada = await world.person()
  const { id } = await ada.createGroup('Group')
  const rename = (title: string) =>
    `renameConversation(input: {conversationId: "${id}", title: "${title}"}) { conversation { title rev } }`
  const { a, b } = await ada.ask(`mutation { a: ${rename('A')} b: ${rename('B')} }`)
  expect(a.conversation.title).toBe('A')
  expect(b.conversation).toEqual({ title: 'B', rev: a.conversation.rev + 1 })
})

test('the last owner who leaves hands ownership to the longest-standing admin, else member', async () => {
  const [ada, ben, eve, dan] = (await world.people(4)) as [Person, Person, Person, Person]
  let now = Date.now()
  world.clock.now = () => now
  const { id } = await ada.createGroup('Group')
  for (const person of [ben, eve, dan]) {
    now += 10
    await ada.add(id, [person.id])
  }
  await world.database.update(tables.members).set({ role: 'ADMIN' }).where(eq(tables.members.userId, eve.id))
  await ada.leave(id)
  expect(await roleOf(eve, id, eve.id)).toBe('OWNER')
  await eve.leave(id)
  expect(await roleOf(ben, id, ben.id)).toBe('OWNER')
  expect(await roleOf(ben, id, dan.id)).toBe('MEMBER')
  expect(await ben.leave(id)).toBe(id)
  expect(await ben.leave(id)).toBe(id)
  expect(await dan.see(id)).toMatchObject({ memberCount: 1, viewerMember: { role: 'OWNER' } })
})

test('with the last member the invites go: nobody joins a group without an owner', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const { id } = await ada.createGroup('Group')
  const code = await ada.invite(id)
  await ada.leave(id)
  await expect(ben.join(code)).rejects.toMatchObject({ code: 'INVITE_INVALID' })
  await expect(ada.see(id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('removed and leaving at once, a member goes once', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const { id, rev } = await ada.createGroup('Group', [ben])
  const [removal, departure] = await Promise.allSettled([ada.remove(id, ben.id), ben.leave(id)])
  expect(removal.status).toBe('fulfilled')
  if (departure.status === 'rejected') expect(departure.reason).toMatchObject({ code: 'FORBIDDEN' })
  expect(await ada.see(id)).toMatchObject({ memberCount: 1, rev: rev + 1 })
})

test('when all leave at once, the group has an owner until the last has gone', async () => {
  const people = await world.people(8)
  const { id } = await people[0]!.createGroup('Group', people.slice(1))
  await Promise.all(people.slice(0, 7).map((person) => person.leave(id)))
  expect(await people[7]!.see(id)).toMatchObject({ memberCount: 1, viewerMember: { role: 'OWNER' } })
})

test('a group takes 10,000 members and no more', async () => {
  const [ada, ben, eve] = (await world.people(3)) as [Person, Person, Person]
  const { id } = await ada.createGroup('Big')
  const row = { conversationId: id, role: 'MEMBER' as const, state: 'ACTIVE' as const, joinedAt: 1, joinedSeq: 0 }
  const others = Array.from({ length: 9_998 }, () => ({ ...row, userId: uuid() }))
  for (let n = 0; n < others.length; n += 1_000) {
    await world.database.insert(tables.members).values(others.slice(n, n + 1_000))
  }
  const { conversations } = tables
  await world.database.update(conversations).set({ memberCount: 9_999 }).where(eq(conversations.id, id))
  const code = await ada.invite(id)
  await expect(ada.add(id, [ben.id, eve.id])).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  const joins = await Promise.allSettled([ben.join(code), eve.join(code)])
  expect(joins.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(joins.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'LIMIT_EXCEEDED' } })
  expect((await ada.see(id)).memberCount).toBe(10_000)
})

test('nobody has anyone leave as if their account were deleted, who has one', async () => {
  const [ada, ben] = await world.people(2)
  const { id } = await ada!.createGroup('Group', [ben!])
  const attempt = ada!.mutate('endMemberships', { userId: ben!.id }, 'last')
  await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await ben!.see(id)).toMatchObject({ id })
})
