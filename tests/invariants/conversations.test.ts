import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { until } from '../../platform/time/until.ts'

let system: TestSystem
beforeAll(async () => {
  system = await TestSystem.start()
})
afterAll(() => system.stop())

const mutate = (person: Person, field: string, input: Record<string, unknown>, selection = 'conversation { id }') => {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`
  return person
    .get(`mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`, { input })
    .then((data) => data[field])
}
const unread = async (person: Person, id: string) =>
  (await person.get('query ($id: ID!) { conversation(id: $id) { unreadCount } }', { id })).conversation.unreadCount

test('unread is exact while both send, also many at once: what one writes oneself is read', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const group = await ada.startGroup('Unread', [bob])
  await Promise.all(Array.from({ length: 20 }, (_, n) => ada.send(group, `a${n}`)))
  expect([await unread(ada, group), await unread(bob, group)]).toEqual([0, 20])
  await mutate(bob, 'markRead', { conversationId: group, seq: 15 })
  expect(await unread(bob, group)).toBe(5)
  const sends = [...Array(10).keys()].flatMap((n) => [ada.send(group, `x${n}`), bob.send(group, `y${n}`)])
  const sent = await Promise.all(sends)
  const lastOf = (name: string) => Math.max(...sent.filter(({ sender }) => sender.name === name).map(({ seq }) => seq))
  expect(await unread(ada, group)).toBe(40 - lastOf('Ada'))
  expect(await unread(bob, group)).toBe(40 - lastOf('Bob'))
})

test('in an announcement channel a member reads and follows, and their send is refused; an admin writes', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const { conversation } = await mutate(ada, 'createChannel', { title: 'News', announcement: true })
  const channel = conversation.id
  await mutate(bob, 'joinChannel', { conversationId: channel })
  const listener = await bob.listen(channel, { after: 0 })
  await ada.send(channel, 'Extra!')
  await listener.until(({ texts }) => texts.length === 1)
  const input = { conversationId: channel, text: 'me too', clientMessageId: 'b1' }
  expect(await bob.refusal(Person.sendMutation, { input })).toBe('FORBIDDEN')
  await mutate(ada, 'changeRole', { conversationId: channel, userId: bob.id, role: 'ADMIN' })
  expect(await bob.send(channel, 'now I may')).toMatchObject({ seq: 2 })
  await listener.close()
})

test('every change of a conversation is followed live: topic, picture, roles, bans; a ban ends the subscription', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const group = await ada.startGroup('Changes', [bob])
  const { conversation } = await ada.get('query ($id: ID!) { conversation(id: $id) { rev } }', { id: group })
  const listener = await bob.listen(group, { after: conversation.rev })
  const at = { conversationId: group }
  await mutate(ada, 'changeTopic', { ...at, topic: 'Plans' })
  await listener.until(({ events }) => events.length === 1)
  await mutate(ada, 'changeAvatar', { ...at, avatarUrl: 'https://example.org/a.png' })
  await mutate(ada, 'changeRole', { ...at, userId: bob.id, role: 'GUEST' })
  await mutate(ada, 'banMember', { ...at, userId: bob.id })
  await listener.until(({ ended }) => ended)
  expect(listener.events.map(({ __typename }) => __typename)).toEqual([
    'TopicChanged',
    'AvatarChanged',
    'RoleChanged',
    'MemberRemoved',
  ])
  const again = await ada.listen(group, { after: conversation.rev })
  await again.until(({ events }) => events.length === 5)
  expect(again.events[4]).toMatchObject({ __typename: 'MemberBanned', rev: conversation.rev + 5 })
  await Promise.all([listener.close(), again.close()])
})

const INBOX = `query ($first: Int) { inbox(first: $first) { position edges { node {
  id title rev unreadCount unreadAfter mentionCount mentionSeqs clearedSeq lastMessage { seq text sender { id } } viewerSettings { pinned mutedUntil } viewerDraft { text }
  members(first: 3) { edges { node { user { id } } } }
} } } }`

test('I8: an inbox with last messages, unread and mention counts, members and its position costs the same statements for 1 and for 50', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const groups = await Promise.all(Array.from({ length: 50 }, (_, n) => ada.startGroup(`Group ${n}`, [bob])))
  await Promise.all(groups.map((group, n) => bob.send(group, `last of ${n}`)))
  await mutate(ada, 'updateConversationSettings', { conversationId: groups[7], pinned: true })
  await settled()
  // The relay looks at the outbox now and then: the least of a few readings is that of the inbox alone.
  const statementsOf = async (first: number) => {
    const counts: number[] = []
    for (let reading = 0; reading < 5; reading += 1) {
      const before = system.statements
      const { inbox } = await ada.get(INBOX, { first })
      expect(inbox.edges).toHaveLength(first)
      counts.push(system.statements - before)
    }
    return Math.min(...counts)
  }
  expect(await statementsOf(50)).toBe(await statementsOf(1))
  const { inbox } = await ada.get(INBOX, { first: 50 })
  expect(inbox.edges[0].node).toMatchObject({ id: groups[7], viewerSettings: { pinned: true } })
  for (const { node } of inbox.edges) {
    expect(node).toMatchObject({ unreadCount: 1, lastMessage: { text: `last of ${groups.indexOf(node.id)}` } })
  }
})

/** Outbox rows go after the answers: two looks a moment apart that see the same count tell that all is done. */
async function settled(): Promise<void> {
  let last = -1
  await until(
    () => last === (last = system.statements),
    () => `${last} statements`,
  )
}
