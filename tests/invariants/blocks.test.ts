import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'

let system: TestSystem
beforeAll(async () => {
  system = await TestSystem.start()
})
afterAll(() => system.stop())

const ask = (person: Person, field: string, input: Record<string, unknown>, selection: string) => {
  const shared: Record<string, string> = { unblockUser: 'BlockUserInput', addReaction: 'ReactionInput' }
  const type = shared[field] ?? `${field[0]!.toUpperCase()}${field.slice(1)}Input`
  return person.ask(`mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`, { input })
}
const codeOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).errors?.[0]?.extensions.code
const block = (person: Person, other: Person) => codeOf(person, 'blockUser', { userId: other.id }, 'user { id }')
const unblock = (person: Person, other: Person) => codeOf(person, 'unblockUser', { userId: other.id }, 'user { id }')

async function twoWhoTalk(): Promise<[ada: Person, eve: Person, talk: string]> {
  const [ada, eve] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Eve')]
  const { data } = await ask(ada, 'openDirectConversation', { userId: eve.id }, 'conversation { id }')
  return [
    ada,
    eve,
    (data as unknown as { openDirectConversation: { conversation: { id: string } } }).openDirectConversation
      .conversation.id,
  ]
}
const trySend = (person: Person, conversationId: string) =>
  codeOf(person, 'sendMessage', { conversationId, text: 'hello', clientMessageId: randomUUID() }, 'message { id }')

test('once a block is acknowledged nothing is sent between the two, either way, whatever was under way', async () => {
  const [ada, eve, talk] = await twoWhoTalk()
  let acknowledged = false
  const late: (string | undefined)[] = []
  const early: (string | undefined)[] = []
  const sending = [ada, eve].map(async (person) => {
    for (let after = 0; after < 5;) {
      const [code, into] = acknowledged ? [trySend(person, talk), late] : [trySend(person, talk), early]
      into.push(await code)
      if (into === late) after += 1
    }
  })
  while (early.length < 4) await new Promise((resolve) => setImmediate(resolve))
  expect(await block(ada, eve)).toBeUndefined()
  const { length } = await ada.history(talk)
  acknowledged = true
  await Promise.all(sending)
  expect(new Set(late)).toEqual(new Set(['NOT_CONTACTABLE']))
  expect(await ada.history(talk)).toHaveLength(length)
  expect(early.filter((code) => code === undefined)).toHaveLength(length)
})

test('where one blocks the other, nothing is edited, reacted to, pinned or scheduled; what was said stays, and may be deleted', async () => {
  const [ada, eve, talk] = await twoWhoTalk()
  const [mine, hers] = [await ada.send(talk, 'mine'), await eve.send(talk, 'hers')]
  await block(eve, ada)
  const message = 'message { id }'
  const soon = new Date(Date.now() + 3_600_000).toISOString()
  const scheduled = { conversationId: talk, text: 'later', clientMessageId: 'l1', sendAt: soon }
  expect([
    await codeOf(ada, 'editMessage', { messageId: mine.id, text: 'changed' }, message),
    await codeOf(ada, 'addReaction', { messageId: hers.id, emoji: '👍' }, message),
    await codeOf(eve, 'pinMessage', { messageId: hers.id }, message),
    await codeOf(ada, 'scheduleMessage', scheduled, 'scheduledMessage { id }'),
    await codeOf(ada, 'forwardMessage', { messageId: mine.id, conversationId: talk, clientMessageId: 'f1' }, message),
  ]).toEqual(Array(5).fill('NOT_CONTACTABLE'))
  expect((await ada.history(talk)).map(({ text }) => text)).toEqual(['mine', 'hers'])
  expect(await codeOf(ada, 'deleteMessage', { messageId: mine.id }, message)).toBeUndefined()
  const { conversation } = await ada.get('query ($id: ID!) { conversation(id: $id) { viewerMayWrite } }', { id: talk })
  expect(conversation.viewerMayWrite).toBe(false)
})

test('they write again when neither blocks the other any more', async () => {
  const [ada, eve, talk] = await twoWhoTalk()
  await block(ada, eve)
  await block(eve, ada)
  await block(eve, ada)
  await unblock(ada, eve)
  expect(await trySend(ada, talk)).toBe('NOT_CONTACTABLE')
  await unblock(eve, ada)
  expect(await trySend(ada, talk)).toBeUndefined()
  expect(await trySend(eve, talk)).toBeUndefined()
})

test('of a block and an opening at the same moment, one sees the other: no message passes after the block', async () => {
  for (let round = 0; round < 10; round += 1) {
    const [ada, eve] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Eve')]
    const [opened] = await Promise.all([
      ask(ada, 'openDirectConversation', { userId: eve.id }, 'conversation { id }'),
      block(eve, ada),
    ])
    const { conversation } =
      (opened.data as unknown as { openDirectConversation: { conversation: { id: string } } } | null)
        ?.openDirectConversation ?? {}
    if (conversation) expect(await trySend(ada, conversation.id)).toBe('NOT_CONTACTABLE')
    else expect(opened.errors![0]!.extensions.code).toBe('FORBIDDEN')
  }
})

test('in a group both still write: it is others’ too', async () => {
  const [ada, eve] = await twoWhoTalk()
  const group = await ada.startGroup('Group', [eve])
  await block(ada, eve)
  expect(await trySend(eve, group)).toBeUndefined()
})

test('a block and its end are told to both in their conversation, once each, live and to whoever was away', async () => {
  const [ada, eve, talk] = await twoWhoTalk()
  const query = 'query ($id: ID!) { conversation(id: $id) { rev viewerMayWrite } }'
  const before = (await ada.get(query, { id: talk })).conversation
  expect(before.viewerMayWrite).toBe(true)
  const listeners = await Promise.all([ada, eve].map((person) => person.listen(talk, { after: before.rev })))
  for (const change of [block(ada, eve), block(ada, eve)]) await change
  expect((await eve.get(query, { id: talk })).conversation).toEqual({ rev: before.rev + 1, viewerMayWrite: false })
  await block(eve, ada)
  await unblock(ada, eve)
  expect((await ada.get(query, { id: talk })).conversation).toEqual({ rev: before.rev + 1, viewerMayWrite: false })
  await unblock(eve, ada)
  expect((await ada.get(query, { id: talk })).conversation).toEqual({ rev: before.rev + 2, viewerMayWrite: true })
  const late = await eve.listen(talk, { after: before.rev })
  for (const listener of [...listeners, late]) {
    await listener.until(({ events }) => events.length === 2)
    expect(listener.events.map(({ __typename, rev }) => [__typename, rev])).toEqual([
      ['WritingChanged', before.rev + 1],
      ['WritingChanged', before.rev + 2],
    ])
    await listener.close()
  }
})
