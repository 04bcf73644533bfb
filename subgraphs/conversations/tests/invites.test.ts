import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import { memberIds, type Person } from './person.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())
afterEach(() => void (world.clock.now = Date.now))

const aGroup = async () => {
  const ada = await world.person()
  return { ada, id: (await ada.createGroup('Group')).id }
}
const INVITE_INVALID = { code: 'INVITE_INVALID' }
const later = (ms: number) => new Date(Date.now() + ms).toISOString()

test('whoever has the code sees what is behind it, and joins', async () => {
  const { ada, id } = await aGroup()
  const ben = await world.person()
  const code = await ada.invite(id)
  expect(await ben.preview(code)).toEqual({ conversationId: id, title: 'Group', memberCount: 1, joined: false })
  const joined = await ben.join(code)
  expect(joined).toMatchObject({ id, memberCount: 2, viewerMember: { role: 'MEMBER' } })
  expect(memberIds(joined)).toEqual([ada.id, ben.id].sort())
  expect(await ben.preview(code)).toMatchObject({ memberCount: 2, joined: true })
})

test('a new invite tells its limits and its conversation', async () => {
  const { ada, id } = await aGroup()
  const expiresAt = later(60_000)
  const { createInvite } = await ada.ask(
    `mutation ($input: CreateInviteInput!) { createInvite(input: $input) {
      invite { code createdAt expiresAt maxUses uses conversation { id title } } } }`,
    { input: { conversationId: id, expiresAt, maxUses: 7 } },
  )
  expect(createInvite.invite).toMatchObject({
    code: expect.stringMatching(/^[\w-]{22}$/),
    expiresAt,
    maxUses: 7,
    uses: 0,
    conversation: { id, title: 'Group' },
  })
})

test('twenty who join at once never exceed the use limit', async () => {
  const { ada, id } = await aGroup()
  const code = await ada.invite(id, { maxUses: 5 })
  const people = await world.people(20)
  await Promise.all(people.map((person) => person.preview(code)))
  const joins = await Promise.allSettled(people.map((person) => person.join(code)))
  const refused = joins.filter((join) => join.status === 'rejected')
  expect(refused).toHaveLength(15)
  for (const { reason } of refused) expect(reason).toMatchObject(INVITE_INVALID)
  expect((await ada.see(id)).memberCount).toBe(6)
})

test('a member who joins again uses nothing, and succeeds after the last use, the end and the revocation', async () => {
  const { ada, id } = await aGroup()
  const [ben, eve] = (await world.people(2)) as [Person, Person]
  const code = await ada.invite(id, { maxUses: 2, expiresAt: later(60_000) })
  const joins = await Promise.all(Array.from({ length: 5 }, () => ben.join(code)))
  expect(new Set(joins.map(({ memberCount }) => memberCount))).toEqual(new Set([2]))
  await eve.join(code)
  await ada.revoke(code)
  world.clock.now = () => Date.now() + 120_000
  expect(await eve.join(code)).toMatchObject({ id, memberCount: 3 })
  expect(await eve.preview(code)).toMatchObject({ joined: true })
})

test('an invite ends when it expires', async () => {
  const { ada, id } = await aGroup()
  const ben = await world.person()
  const code = await ada.invite(id, { expiresAt: later(60_000) })
  world.clock.now = () => Date.now() + 60_001
  await expect(ben.preview(code)).rejects.toMatchObject(INVITE_INVALID)
  await expect(ben.join(code)).rejects.toMatchObject(INVITE_INVALID)
})

test('once a revocation is acknowledged, nobody joins; revoking again changes nothing', async () => {
  const { ada, id } = await aGroup()
  const ben = await world.person()
  const code = await ada.invite(id)
  await ada.revoke(code)
  await ada.revoke(code)
  await expect(ben.preview(code)).rejects.toMatchObject(INVITE_INVALID)
  await expect(ben.join(code)).rejects.toMatchObject(INVITE_INVALID)
})

test('who was removed needs a new use of an invite to come back', async () => {
  const { ada, id } = await aGroup()
  const ben = await world.person()
  const code = await ada.invite(id, { maxUses: 1 })
  await ben.join(code)
  await ada.remove(id, ben.id)
  await expect(ben.join(code)).rejects.toMatchObject(INVITE_INVALID)
  expect(await ben.join(await ada.invite(id))).toMatchObject({ memberCount: 2 })
})

test('what is no code is answered as an unknown one', async () => {
  const ben = await world.person()
  for (const code of ['', 'x', 'A'.repeat(22), '💥'.repeat(22), 'A'.repeat(100_000), "' or 1=1 --".padEnd(22, ' ')]) {
    await expect(ben.preview(code)).rejects.toMatchObject(INVITE_INVALID)
    await expect(ben.join(code)).rejects.toMatchObject(INVITE_INVALID)
    await expect(ben.revoke(code)).rejects.toMatchObject(INVITE_INVALID)
  }
})

test('limits of an invite that make no sense are refused', async () => {
  const { ada, id } = await aGroup()
  const wrong = [{ maxUses: 0 }, { maxUses: -1 }, { maxUses: 100_001 }, { expiresAt: later(-1) }]
  for (const limits of wrong) await expect(ada.invite(id, limits)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(ada.invite(id, { expiresAt: 'tomorrow' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
})

test('a group has at most 100 invites that hold; those that have ended make room', async () => {
  const { ada, id } = await aGroup()
  const code = await ada.invite(id)
  const row = { conversationId: id, createdBy: ada.id, createdAt: 1, expiresAt: null, maxUses: null, uses: 0 }
  const rows = Array.from({ length: 99 }, () => ({
    ...row,
    code: uuid().replaceAll('-', '').slice(-22),
    revokedAt: null,
  }))
  await world.database.insert(tables.invites).values(rows)
  await expect(ada.invite(id)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  await ada.revoke(code)
  await ada.invite(id)
  await expect(ada.invite(id)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
})

test('a link may admit guests; it makes nobody more than a member', async () => {
  const [ada, ben, eve] = await world.people(3)
  const { id } = await ada!.createGroup('Group')
  await ben!.join(await ada!.invite(id, { role: 'GUEST' }))
  await eve!.join(await ada!.invite(id))
  const role = async (person: Person) => (await person.see(id)).viewerMember.role
  expect([await role(ben!), await role(eve!)]).toEqual(['GUEST', 'MEMBER'])
  for (const above of ['ADMIN', 'OWNER']) {
    await expect(ada!.invite(id, { role: above })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  }
})
