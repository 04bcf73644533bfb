import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import type { MemberRole } from '../../../platform/database/tables/conversations.ts'
import type { Person } from './person.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

const { members } = tables
const setRole = (conversationId: string, userId: string, role: MemberRole) =>
  world.database
    .update(members)
    .set({ role })
    .where(and(eq(members.conversationId, conversationId), eq(members.userId, userId)))

/** Ada has the role in question; Ben is someone else in the group, Eve is not in it. */
interface Scene {
  id: string
  ada: Person
  ben: Person
  eve: Person
  code: string
}
const actions: Record<string, (scene: Scene) => Promise<unknown>> = {
  rename: ({ ada, id }) => ada.rename(id, 'New'),
  'create an invite': ({ ada, id }) => ada.invite(id),
  'revoke an invite': ({ ada, code }) => ada.revoke(code),
  add: ({ ada, id, eve }) => ada.add(id, [eve.id]),
  'remove a member': ({ ada, id, ben }) => ada.remove(id, ben.id),
  'remove an admin': async ({ ada, id, ben }) => {
    await setRole(id, ben.id, 'ADMIN')
    return ada.remove(id, ben.id)
  },
  'remove an owner': async ({ ada, id, ben }) => {
    await setRole(id, ben.id, 'OWNER')
    return ada.remove(id, ben.id)
  },
  leave: ({ ada, id }) => ada.leave(id),
  read: ({ ada, id }) => ada.see(id),
}
const allowed: Record<MemberRole, string[]> = {
  OWNER: Object.keys(actions),
  ADMIN: ['rename', 'create an invite', 'revoke an invite', 'add', 'remove a member', 'leave', 'read'],
  MEMBER: ['leave', 'read'],
  GUEST: ['leave', 'read'],
}

describe.each(['OWNER', 'ADMIN', 'MEMBER'] as const)('%s', (role) => {
  test.each(Object.keys(actions))(`${role} and the right to %s`, async (action) => {
    const [owner, ada, ben, eve] = (await world.people(4)) as [Person, Person, Person, Person]
    const { id } = await owner.createGroup('Group', [ada, ben])
    const code = await owner.invite(id)
    await setRole(id, ada.id, role)
    const attempt = actions[action]!({ id, ada, ben, eve, code })
    if (allowed[role].includes(action)) await expect(attempt).resolves.not.toThrow()
    else await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN', message: /needs the role/ })
  })
})

test('who is not a member gets the same answer as for a conversation that is not there', async () => {
  const [owner, eve] = await world.people(2)
  const { id } = await owner!.createGroup('Secret')
  const attempts = (conversationId: string) => [
    eve!.see(conversationId),
    eve!.rename(conversationId, 'Mine'),
    eve!.invite(conversationId),
    eve!.add(conversationId, [eve!.id]),
    eve!.remove(conversationId, owner!.id),
    eve!.leave(conversationId),
  ]
  const answersTo = async (conversationId: string) =>
    (await Promise.allSettled(attempts(conversationId))).map((answer) => {
      expect(answer.status).toBe('rejected')
      const { code, message } = (answer as PromiseRejectedResult).reason
      return { code, message }
    })
  const answers = await answersTo(id)
  expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['FORBIDDEN']))
  expect(await answersTo(uuid())).toEqual(answers)
  expect(await answersTo('not an id, 💥')).toEqual(answers)
  expect((await owner!.see(id)).rev).toBe(2)
})

test('once a removal is acknowledged, the removed member sees and changes nothing any more, whatever their role was', async () => {
  const [owner, ben, eve] = await world.people(3)
  const { id } = await owner!.createGroup('Group', [ben!])
  await setRole(id, ben!.id, 'ADMIN')
  const code = await ben!.invite(id)
  await owner!.remove(id, ben!.id)
  const attempts = [
    () => ben!.see(id),
    () => ben!.leave(id),
    () => ben!.rename(id, 'x'),
    () => ben!.add(id, [eve!.id]),
    () => ben!.invite(id),
    () => ben!.revoke(code),
    () => ben!.remove(id, owner!.id),
  ]
  for (const attempt of attempts) {
    await expect(attempt()).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'There is no such conversation for you.',
    })
  }
  expect((await ben!.ask('{ conversations { edges { node { id } } } }')).conversations.edges).toEqual([])
})
