import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import type { Person } from './person.ts'
import { say } from './say.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

/** Makes a conversation as large as it may be but for one. */
async function fill(conversationId: string): Promise<void> {
  const { conversations, members } = tables
  const row = { conversationId, role: 'MEMBER' as const, state: 'ACTIVE' as const, joinedAt: 1, joinedSeq: 0 }
  const others = Array.from({ length: 9_996 }, () => ({ ...row, userId: uuid() }))
  for (let n = 0; n < others.length; n += 1_000) {
    await world.database.insert(members).values(others.slice(n, n + 1_000))
  }
  await world.database.update(conversations).set({ memberCount: 9_999 }).where(eq(conversations.id, conversationId))
}

const roomy = `id title rev memberCount unreadCount viewerMayWrite viewerMember { role readSeq } viewerSettings { pinned }
  viewerDraft { text } bans { edges { node { user { id } } } } invites { edges { node { code } } }
  members(first: 50) { edges { node { role readSeq user { id } } } } seenBy(seq: 1) { edges { node { user { id } } } }`

test('in a channel of 10,000 members everything costs the statements that it costs in one of three', async () => {
  const [ada, ben, eve] = (await world.people(3)) as [Person, Person, Person]
  const create = async () => {
    const { id } = (await ada.mutate('createChannel', { title: 'Channel' })).conversation
    for (const person of [ben, eve]) await person.mutate('joinChannel', { conversationId: id })
    await say(world.database, id, ada.id)
    return id as string
  }
  const [small, large] = [await create(), await create()]
  await fill(large)
  const codes = { [small]: await ada.invite(small), [large]: await ada.invite(large) }

  const work: Record<string, (id: string) => Promise<unknown>> = {
    'reading it': (id) => ada.ask(`{ conversation(id: "${id}") { ${roomy} } }`),
    'reading the inbox': () => ben.ask(`{ inbox(first: 50) { edges { node { ${roomy} } } } }`),
    'a message read': (id) => ben.read(id, 1),
    'a message delivered': (id) => eve.mutate('markDelivered', { conversationId: id, seq: 1 }),
    'a setting': (id) => ben.mutate('updateConversationSettings', { conversationId: id, pinned: true }),
    'a draft': (id) => ben.mutate('saveDraft', { conversationId: id, text: 'Hello' }),
    'a role': (id) => ada.mutate('changeRole', { conversationId: id, userId: ben.id, role: 'OWNER' }),
    'ownership passed on': (id) => ada.mutate('transferOwnership', { conversationId: id, userId: ben.id }),
    'a topic': (id) => ada.mutate('changeTopic', { conversationId: id, topic: 'News' }),
    'an owner who leaves': (id) => ben.leave(id),
    'a ban': (id) => ada.mutate('banMember', { conversationId: id, userId: eve.id }),
    'an unban': (id) => ada.mutate('unbanMember', { conversationId: id, userId: eve.id }),
    'joining by a link': (id) => eve.join(codes[id]!),
    leaving: (id) => eve.leave(id),
    'joining a channel': (id) => ben.mutate('joinChannel', { conversationId: id }),
    'the list of channels': () => ada.ask('{ channels(first: 10) { edges { node { title joined } } } }'),
  }
  const costs = async (id: string) => {
    const of: Record<string, number> = {}
    for (const [name, does] of Object.entries(work)) of[name] = await world.statementsOf(() => does(id))
    return of
  }
  const inSmall = await costs(small)
  expect(await costs(large)).toEqual(inSmall)
  for (const statements of Object.values(inSmall)) expect(statements).toBeLessThan(20)
})
