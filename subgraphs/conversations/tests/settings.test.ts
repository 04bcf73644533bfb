import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { v7 as uuid } from 'uuid'
import type { Person } from './person.ts'
import { say } from './say.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())
afterEach(() => void (world.clock.now = Date.now))

const SETTINGS = 'conversation { viewerSettings { mutedUntil pinned archived markedUnread notificationLevel } }'
const set = async (person: Person, conversationId: string, settings: Record<string, unknown>) =>
  (await person.mutate('updateConversationSettings', { conversationId, ...settings }, SETTINGS)).conversation
    .viewerSettings
const settingsOf = async (person: Person, id: string) =>
  (await person.ask(`query { conversation(id: "${id}") ${SETTINGS.slice('conversation'.length)} }`)).conversation
    .viewerSettings
const save = async (person: Person, conversationId: string, text: string) =>
  (await person.mutate('saveDraft', { conversationId, text }, 'conversation { viewerDraft { text updatedAt } }'))
    .conversation.viewerDraft
const untouched = { mutedUntil: null, pinned: false, archived: false, markedUnread: false, notificationLevel: 'ALL' }

const aGroup = async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  return { ada, ben, id: (await ada.createGroup('Group', [ben])).id }
}

test('settings are the viewer’s own, and what is left out stays', async () => {
  const { ada, ben, id } = await aGroup()
  const { rev } = await ada.see(id)
  expect(await settingsOf(ada, id)).toEqual(untouched)
  const mutedUntil = new Date(Date.now() + 60_000).toISOString()
  await set(ada, id, { mutedUntil, pinned: true })
  await set(ada, id, { archived: true, notificationLevel: 'MENTIONS' })
  expect(await set(ada, id, {})).toEqual({
    mutedUntil,
    pinned: true,
    archived: true,
    markedUnread: false,
    notificationLevel: 'MENTIONS',
  })
  expect(await settingsOf(ben, id)).toEqual(untouched)
  expect((await ada.see(id)).rev).toBe(rev)
  await set(ada, id, { pinned: false, archived: false, mutedUntil: null, notificationLevel: 'ALL' })
  expect(await settingsOf(ada, id)).toEqual(untouched)
})

test('a mute ends by itself, and does not begin in the past', async () => {
  const { ada, id } = await aGroup()
  await set(ada, id, { mutedUntil: new Date(Date.now() + 60_000).toISOString() })
  world.clock.now = () => Date.now() + 60_001
  expect((await settingsOf(ada, id)).mutedUntil).toBeNull()
  const past = { mutedUntil: new Date(Date.now() - 1).toISOString() }
  await expect(set(ada, id, past)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(set(ada, id, { mutedUntil: 'later' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
})

test('what is marked unread is so until the next markRead, also where nothing new was read', async () => {
  const { ada, ben, id } = await aGroup()
  await say(world.database, id, ben.id)
  await ada.read(id, 1)
  expect(await set(ada, id, { markedUnread: true })).toMatchObject({ markedUnread: true })
  expect((await ada.see(id)).unreadCount).toBe(0)
  await ada.read(id, 1)
  expect(await settingsOf(ada, id)).toEqual(untouched)
})

test('nothing is marked unread where everything was cleared', async () => {
  const { ada, ben, id } = await aGroup()
  await say(world.database, id, ben.id)
  await say(world.database, id, ben.id)
  await set(ada, id, { markedUnread: true })
  await ada.mutate('clearHistory', { conversationId: id, seq: 1 }, 'conversation { id }')
  expect(await settingsOf(ada, id)).toMatchObject({ markedUnread: true })
  await ada.mutate('clearHistory', { conversationId: id }, 'conversation { id }')
  expect(await settingsOf(ada, id)).toEqual(untouched)
})

test('the version of settings goes up with each change of them, whatever made it, and with nothing else', async () => {
  const { ada, ben, id } = await aGroup()
  const versionOf = async (person: Person): Promise<number> =>
    (await person.ask(`{ conversation(id: "${id}") { viewerSettings { version } } }`)).conversation.viewerSettings
      .version
  await say(world.database, id, ben.id)
  await ada.read(id, 1)
  expect(await versionOf(ada)).toBe(0)
  await set(ada, id, { pinned: true, markedUnread: true })
  expect(await versionOf(ada)).toBe(1)
  await ada.read(id, 1)
  await ada.read(id, 1)
  expect(await versionOf(ada)).toBe(2)
  await set(ada, id, { markedUnread: true })
  await ada.mutate('clearHistory', { conversationId: id }, 'conversation { id }')
  expect(await versionOf(ada)).toBe(4)
  await ada.remove(id, ben.id)
  await ada.add(id, [ben.id])
  expect([await versionOf(ada), await versionOf(ben)]).toEqual([4, 1])
})

test('at most 50 conversations are pinned; one that is already may be pinned again', async () => {
  const ada = await world.person()
  const ids: string[] = []
  for (let n = 0; n < 51; n++) ids.push((await ada.createGroup(`Group ${n}`)).id)
  for (const id of ids.slice(0, 50)) await set(ada, id, { pinned: true })
  await expect(set(ada, ids[50]!, { pinned: true })).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  await set(ada, ids[0]!, { pinned: true })
  await set(ada, ids[0]!, { pinned: false })
  expect(await set(ada, ids[50]!, { pinned: true })).toMatchObject({ pinned: true })
})

test('who comes back begins with no settings and no draft', async () => {
  const { ada, ben, id } = await aGroup()
  await set(ben, id, { pinned: true, archived: true, notificationLevel: 'NONE' })
  await save(ben, id, 'Never sent')
  await ada.remove(id, ben.id)
  await expect(set(ben, id, { pinned: true })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await ada.add(id, [ben.id])
  expect(await settingsOf(ben, id)).toEqual(untouched)
  expect((await ben.ask(`{ conversation(id: "${id}") { viewerDraft { text } } }`)).conversation.viewerDraft).toBeNull()
})

test('a draft is the viewer’s own, the last one saved counts, and an empty one is none', async () => {
  const { ada, ben, id } = await aGroup()
  expect(await save(ada, id, 'Hel')).toMatchObject({ text: 'Hel' })
  world.clock.now = () => 1_900_000_000_000
  expect(await save(ada, id, 'Hello\n\tBen ')).toEqual({
    text: 'Hello\n\tBen ',
    updatedAt: new Date(1_900_000_000_000).toISOString(),
  })
  expect((await ben.ask(`{ conversation(id: "${id}") { viewerDraft { text } } }`)).conversation.viewerDraft).toBeNull()
  expect(await save(ada, id, ' \n')).toBeNull()
  expect(await save(ada, id, '')).toBeNull()
})

test('a draft has at most 10,000 characters and no control characters, and is of a member', async () => {
  const { ada, id } = await aGroup()
  expect(await save(ada, id, '💥'.repeat(10_000))).toMatchObject({ text: '💥'.repeat(10_000) })
  await expect(save(ada, id, 'x'.repeat(10_001))).rejects.toMatchObject({ code: 'TEXT_TOO_LONG' })
  await expect(save(ada, id, 'nul\u0000')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  await expect(save(ada, uuid(), 'x')).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
