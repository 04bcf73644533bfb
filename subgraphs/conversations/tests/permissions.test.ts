import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import type { MemberRole } from '../../../platform/database/tables/conversations.ts'
import type { Person } from './person.ts'
import { webhookRows } from './webhookRows.ts'
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

/** Ada is who asks; Ben is someone else in the group, Eve is not in it, Dan is banned. */
interface Scene {
  id: string
  ada: Person
  ben: Person
  eve: Person
  dan: Person
  code: string
}
interface Row {
  does(scene: Scene): Promise<unknown>
  /** What Ben is, where it matters. */
  ben?: MemberRole
  roles: readonly MemberRole[]
  /** What whoever is not in the group gets; unset, the answer for a conversation that is not there. */
  outside?: 'allowed' | 'joins'
}

const everyone: readonly MemberRole[] = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST']
const staff: readonly MemberRole[] = ['OWNER', 'ADMIN']
const owners: readonly MemberRole[] = ['OWNER']

const manage = (mutation: string, input: Record<string, unknown> = {}): Record<string, Row> =>
  Object.fromEntries(
    everyone.map((ben): [string, Row] => [
      `${mutation}: a person who is ${ben}`,
      {
        does: ({ ada, id, ben: { id: userId } }) => ada.mutate(mutation, { conversationId: id, userId, ...input }),
        ben,
        roles: ben === 'GUEST' || ben === 'MEMBER' ? staff : owners,
      },
    ]),
  )
const make = (role: MemberRole): Row => ({
  does: ({ ada, id, ben }) => ada.mutate('changeRole', { conversationId: id, userId: ben.id, role }),
  ben: role === 'MEMBER' ? 'GUEST' : 'MEMBER',
  roles: role === 'GUEST' || role === 'MEMBER' ? staff : owners,
})
const addAs = (role: MemberRole): Row => ({
  does: ({ ada, id, eve }) => ada.mutate('addMembers', { conversationId: id, userIds: [eve.id], role }),
  roles: role === 'GUEST' || role === 'MEMBER' ? staff : owners,
})

/** Of one's own, or of everyone: no membership matters. */
const reads = (query: string): Row => ({ does: ({ ada }) => ada.ask(query), roles: everyone, outside: 'allowed' })

/** Every query and mutation has a row, named after it; what depends on more than the mutation follows a colon. */
const rows: Record<string, Row> = {
  'addMembers: as GUEST': addAs('GUEST'),
  'addMembers: as MEMBER': addAs('MEMBER'),
  'addMembers: as ADMIN': addAs('ADMIN'),
  'addMembers: as OWNER': addAs('OWNER'),
  ...manage('banMember'),
  'changeRole: to GUEST': make('GUEST'),
  'changeRole: to MEMBER': make('MEMBER'),
  'changeRole: to ADMIN': make('ADMIN'),
  'changeRole: to OWNER': make('OWNER'),
  'changeRole: of an ADMIN': { ...make('MEMBER'), ben: 'ADMIN', roles: owners },
  'changeRole: of an OWNER': { ...make('MEMBER'), ben: 'OWNER', roles: owners },
  changeAvatar: {
    does: ({ ada, id }) => ada.mutate('changeAvatar', { conversationId: id, avatarUrl: 'https://example.org/a.png' }),
    roles: staff,
  },
  changeTopic: {
    does: ({ ada, id }) => ada.mutate('changeTopic', { conversationId: id, topic: 'News' }),
    roles: ['OWNER', 'ADMIN', 'MEMBER'],
  },
  clearHistory: {
    does: ({ ada, id }) => ada.mutate('clearHistory', { conversationId: id }),
    roles: everyone,
  },
  createChannel: {
    does: ({ ada }) => ada.mutate('createChannel', { title: 'Channel' }),
    roles: everyone,
    outside: 'allowed',
  },
  createGroup: { does: ({ ada }) => ada.createGroup('Other'), roles: everyone, outside: 'allowed' },
  createInvite: { does: ({ ada, id }) => ada.invite(id), roles: staff },
  joinChannel: { does: ({ ada, id }) => ada.mutate('joinChannel', { conversationId: id }), roles: everyone },
  joinConversation: { does: ({ ada, code }) => ada.join(code), roles: everyone, outside: 'joins' },
  leaveConversation: { does: ({ ada, id }) => ada.leave(id), roles: everyone },
  markDelivered: {
    does: ({ ada, id }) => ada.mutate('markDelivered', { conversationId: id, seq: 0 }),
    roles: everyone,
  },
  markRead: { does: ({ ada, id }) => ada.read(id, 0), roles: everyone },
  openDirectConversation: { does: ({ ada, ben }) => ada.openDirect(ben.id), roles: everyone, outside: 'allowed' },
  ...manage('removeMember'),
  renameConversation: { does: ({ ada, id }) => ada.rename(id, 'New'), roles: staff },
  revokeInvite: { does: ({ ada, code }) => ada.revoke(code), roles: staff },
  saveDraft: { does: ({ ada, id }) => ada.mutate('saveDraft', { conversationId: id, text: 'Hello' }), roles: everyone },
  endMemberships: {
    does: ({ ada, ben }) => {
      world.network.deleted.add(ben.id)
      return ada.mutate('endMemberships', { userId: ben.id }, 'last')
    },
    roles: everyone,
    outside: 'allowed',
  },
  setDirectBlock: {
    does: ({ ada, ben }) => ada.mutate('setDirectBlock', { userId: ben.id, blocked: true }, 'blocked'),
    roles: everyone,
    outside: 'allowed',
  },
  setTyping: {
    does: ({ ada, id }) => ada.mutate('setTyping', { conversationId: id, isTyping: true }, 'isTyping'),
    roles: everyone,
  },
  transferOwnership: {
    does: ({ ada, id, ben }) => ada.mutate('transferOwnership', { conversationId: id, userId: ben.id }),
    roles: owners,
  },
  unbanMember: {
    does: ({ ada, id, dan }) => ada.mutate('unbanMember', { conversationId: id, userId: dan.id }),
    roles: staff,
  },
  updateConversationSettings: {
    does: ({ ada, id }) => ada.mutate('updateConversationSettings', { conversationId: id, pinned: true }),
    roles: everyone,
  },
  ...webhookRows(() => world),
  'Query.webhook': reads('{ webhook(id: "x") { id } }'),
  'Query.channels': reads('{ channels { edges { cursor } } }'),
  'Query.conversations': reads('{ conversations { edges { cursor } } }'),
  'Query.inbox': reads('{ inbox { edges { cursor } } }'),
  'Query.invite': { does: ({ ada, code }) => ada.preview(code), roles: everyone, outside: 'allowed' },
  'Query.conversation': { does: ({ ada, id }) => ada.see(id), roles: everyone },
}

async function aScene(ben: MemberRole = 'MEMBER'): Promise<Scene & { owner: Person }> {
  const [owner, ada, other, eve, dan] = (await world.people(5)) as [Person, Person, Person, Person, Person]
  const { id } = await owner.createGroup('Group', [ada, other])
  const code = await owner.invite(id)
  await owner.mutate('banMember', { conversationId: id, userId: dan.id })
  await setRole(id, other.id, ben)
  return { id, owner, ada, ben: other, eve, dan, code }
}

test('every query and every mutation has a row', () => {
  const named = new Set(Object.keys(rows).map((name) => name.split(':')[0]))
  const { schema } = world.subgraph
  const queries = Object.keys(schema.getQueryType()!.getFields()).filter((name) => !name.startsWith('_'))
  const all = [...Object.keys(schema.getMutationType()!.getFields()), ...queries.map((name) => `Query.${name}`)]
  expect(all.filter((field) => !named.has(field))).toEqual([])
})

describe.each(everyone)('%s', (role) => {
  test.each(Object.entries(rows))(`${role} and the right to %s`, async (_name, row) => {
    const scene = await aScene(row.ben)
    await setRole(scene.id, scene.ada.id, role)
    const attempt = row.does(scene)
    if (row.roles.includes(role)) await expect(attempt).resolves.not.toThrow()
    else await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN', message: /needs the role/ })
  })
})

const outsiders: Record<string, (scene: Scene & { owner: Person }) => Promise<Person>> = {
  'a stranger': async ({ eve }) => eve,
  'someone who was removed': async ({ owner, id, ada }) => {
    await setRole(id, ada.id, 'ADMIN')
    await owner.remove(id, ada.id)
    return ada
  },
  'someone who is banned': async ({ dan }) => dan,
}

describe.each(Object.entries(outsiders))('%s', (who, comes) => {
  const inside = Object.entries(rows).filter(([name]) => !name.startsWith('leaveConversation'))
  test.each(inside)(`${who} and the right to %s`, async (_name, row) => {
    const scene = await aScene(row.ben)
    const attempt = row.does({ ...scene, ada: await comes(scene) })
    if (row.outside === 'allowed') return expect(attempt).resolves.not.toThrow()
    if (row.outside === 'joins' && who !== 'someone who is banned') return expect(attempt).resolves.not.toThrow()
    const message = row.outside === 'joins' ? 'You are banned here.' : 'There is no such conversation for you.'
    await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN', message })
  })
})

test('who is not a member gets the same answer as for a conversation that is not there', async () => {
  const scene = await aScene()
  const { eve, owner, id } = scene
  const { rev } = await owner.see(id)
  const needsId = Object.entries(rows).filter(([name, { outside }]) => !outside && name !== 'revokeInvite')
  for (const [, row] of needsId) {
    for (const place of [id, uuid(), 'not an id, 💥']) {
      await expect(row.does({ ...scene, ada: eve, id: place })).rejects.toMatchObject({
        code: 'FORBIDDEN',
        message: 'There is no such conversation for you.',
      })
    }
  }
  expect((await owner.see(id)).rev).toBe(rev)
})

test('once a removal is acknowledged, the group is gone from the list of who was removed', async () => {
  const [owner, ben] = (await world.people(2)) as [Person, Person]
  const { id } = await owner.createGroup('Group', [ben])
  await owner.remove(id, ben.id)
  expect((await ben.ask('{ conversations { edges { node { id } } } }')).conversations.edges).toEqual([])
})
