import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { Inbox } from '../harness/inbox.ts'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'

let system: TestSystem
beforeAll(async () => {
  system = await TestSystem.start()
})
afterAll(() => system.stop())
const open: Inbox[] = []
afterEach(() => open.splice(0).forEach((inbox) => inbox.close()))

async function inboxOf(person: Person): Promise<Inbox> {
  const inbox = await Inbox.read(person)
  open.push(inbox)
  inbox.connect()
  return inbox
}
const markRead = (person: Person, conversationId: string, seq: number) =>
  person.get('mutation ($input: MarkReadInput!) { markRead(input: $input) { conversation { unreadCount } } }', {
    input: { conversationId, seq },
  })

test('one subscription shows the messages of all conversations, and those that one joins later', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const first = await ada.startGroup('First', [bob])
  const inbox = await inboxOf(bob)
  await ada.send(first, 'one')
  const second = await ada.startGroup('Second', [bob])
  await ada.send(second, 'two')
  await inbox.until(({ state }) => state.filter(({ lastMessage }) => lastMessage).length === 2)
  await inbox.untilFresh()
  expect(inbox.state.map(({ title, unreadCount }) => [title, unreadCount])).toEqual([
    ['Second', 1],
    ['First', 1],
  ])
  expect(inbox.errors).toEqual([])
})

test('what is read, kept and drafted on one device shows on the other', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const group = await ada.startGroup('Group', [bob])
  const inbox = await inboxOf(bob)
  await ada.send(group, 'one')
  await inbox.until(({ state }) => state[0]?.unreadCount === 1)
  await markRead(bob, group, 1)
  await bob.get('mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { conversation { id } } }', {
    input: { conversationId: group, text: 'I was about to' },
  })
  await bob.get(
    'mutation ($input: UpdateConversationSettingsInput!) { updateConversationSettings(input: $input) { conversation { id } } }',
    { input: { conversationId: group, pinned: true, notificationLevel: 'MENTIONS' } },
  )
  await inbox.until(({ state: [row] }) => row?.viewerSettings['pinned'] === true)
  await inbox.untilFresh()
  expect(inbox.state).toMatchObject([{ unreadCount: 0, viewerDraft: { text: 'I was about to' } }])
  expect(inbox.errors).toEqual([])
})

test('a device that was away gets all that it missed, each once, in the order of each log', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const groups = [await ada.startGroup('A', [bob]), await ada.startGroup('B', [bob])]
  const inbox = await inboxOf(bob)
  await ada.send(groups[0]!, 'seen')
  await inbox.until(({ events }) => events.length === 1)
  inbox.cut()
  for (const n of [1, 2, 3]) for (const group of groups) await ada.send(group, `missed ${n}`)
  const third = await ada.startGroup('C', [bob])
  await markRead(bob, groups[0]!, 2)
  inbox.connect()
  await inbox.untilFresh()
  for (const log of new Set(inbox.events.map(({ log }) => log))) {
    const revs = inbox.events.flatMap((event) => (event.log === log && event.rev !== undefined ? [event.rev] : []))
    expect(revs).toEqual([...new Set(revs)].sort((a, b) => a - b))
  }
  expect(inbox.state.map(({ id, unreadCount }) => [id, unreadCount])).toEqual([
    [third, 0],
    [groups[1], 3],
    [groups[0], 2],
  ])
  expect(inbox.errors).toEqual([])
})

test('who is removed hears nothing more of the conversation, and everything again after coming back', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const [group, other] = [await ada.startGroup('Group', [bob]), await ada.startGroup('Other', [bob])]
  const inbox = await inboxOf(bob)
  await ada.remove(group, bob)
  await ada.send(group, 'not for Bob')
  await ada.send(other, 'for Bob')
  await inbox.until(({ events }) => events.some(({ __typename }) => __typename === 'ConversationLeft'))
  await inbox.until(({ events }) => events.some(({ message }) => message?.text === 'for Bob'))
  expect(JSON.stringify(inbox.events)).not.toContain('not for Bob')
  await ada.get('mutation ($input: AddMembersInput!) { addMembers(input: $input) { conversation { id } } }', {
    input: { conversationId: group, userIds: [bob.id] },
  })
  await ada.send(group, 'for Bob again')
  await inbox.until(({ events }) => events.some(({ message }) => message?.text === 'for Bob again'))
  await inbox.untilFresh()
  expect(JSON.stringify(inbox.events)).not.toContain('not for Bob')
  expect(inbox.errors).toEqual([])
})

test('what one clears is gone from their history, search and pins on every device, and nobody else misses it', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const group = await ada.startGroup('Group', [bob])
  const inbox = await inboxOf(bob)
  const sent = [await ada.send(group, 'the first word'), await ada.send(group, 'the second word')]
  await ada.get('mutation ($input: PinMessageInput!) { pinMessage(input: $input) { message { id } } }', {
    input: { messageId: sent[0]!.id },
  })
  const clear = (seq?: number) =>
    bob.ask('mutation ($input: ClearHistoryInput!) { clearHistory(input: $input) { conversation { clearedSeq } } }', {
      input: { conversationId: group, seq },
    })
  await clear(1)
  await clear(0)
  const seen = (person: Person) =>
    person.get(
      `query ($id: ID!) {
        conversation(id: $id) {
          unreadCount clearedSeq lastMessage { text hiddenForMe }
          messages(first: 10) { edges { node { text } } pageInfo { hasPreviousPage } }
          pins { edges { node { message { text } } } }
        }
        searchMessages(query: "word", conversationId: $id) { edges { node { message { text } } } }
      }`,
      { id: group },
    )
  const bobs = await seen(bob)
  expect(JSON.stringify(bobs)).not.toContain('first')
  expect(bobs.conversation).toMatchObject({
    unreadCount: 1,
    clearedSeq: 1,
    messages: { pageInfo: { hasPreviousPage: false } },
  })
  const { conversation, searchMessages } = await seen(ada)
  expect(
    [conversation.messages.edges, conversation.pins.edges, searchMessages.edges].map(({ length }) => length),
  ).toEqual([2, 1, 2])
  const reply = { conversationId: group, text: 'in a thread', clientMessageId: 'reply', threadRootId: sent[1]!.id }
  await ada.get(Person.sendMutation, { input: reply })
  await clear()
  const thread =
    'query ($id: ID!) { message(id: $id) { thread { unreadCount messages(first: 9) { edges { cursor } } } } }'
  const ofBob = (await bob.get(thread, { id: sent[1]!.id })).message.thread
  expect(ofBob).toEqual({ unreadCount: 0, messages: { edges: [] } })
  expect((await ada.get(thread, { id: sent[1]!.id })).message.thread.messages.edges).toHaveLength(1)
  expect((await seen(bob)).conversation).toMatchObject({ unreadCount: 0, lastMessage: { hiddenForMe: true } })
  expect((await clear(4)).errors?.[0]?.extensions.code).toBe('INVALID_INPUT')
  await inbox.until(({ state }) => state[0]?.clearedSeq === 3)
  await inbox.untilFresh()
})

test.each([['nonsense'], ['~AAAA'], ['0190a5b2-0000-7000-8000-000000000000@-1']])(
  'a position that is none is refused: %s',
  async (position) => {
    const bob = await Person.guest(system, 'Bob')
    const inbox = await Inbox.read(bob)
    inbox.positions.set('', position)
    inbox.connect()
    await inbox.until(({ errors }) => errors.length > 0)
    expect(JSON.stringify(inbox.errors)).toContain('INVALID_INPUT')
  },
)
