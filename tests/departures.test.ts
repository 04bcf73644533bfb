/** What becomes of conversations when an account, or a bot, is deleted. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eq } from 'drizzle-orm'
import { tables } from '../platform/database/index.ts'
import { WebhookOwner } from './integrators/webhookOwner.ts'
import { Person } from './harness/person.ts'
import { until } from '../platform/time/until.ts'

let owner: WebhookOwner
beforeAll(async () => void (owner = await WebhookOwner.start()))
afterAll(async () => {
  await owner.closeReceivers()
  await owner.system.stop()
})

const guest = (name: string) => Person.guest(owner.system, name)
const remove = (person: Person) => person.get('mutation { deleteAccount(input: {}) { userId } }')
const mutate = (person: Person, field: string, input: object, answer = 'conversation { id }') => {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input!`
  return person.get(`mutation ($input: ${type}) { ${field}(input: $input) { ${answer} } }`, { input })
}
const SEEN = `query ($id: ID!) { conversation(id: $id) { memberCount viewerMayWrite
  members(first: 10) { edges { node { role user { id name } } } } } }`

async function seen(person: Person, id: string) {
  const { conversation } = await person.get(SEEN, { id })
  const members = conversation.members.edges.map(
    ({ node }: { node: { role: string; user: { name: string } } }) => `${node.user.name} ${node.role}`,
  )
  return { ...conversation, members } as { memberCount: number; viewerMayWrite: boolean; members: string[] }
}

test('who deletes their account leaves their groups, told as any departure; ownership is handed on, and what they wrote stays', async () => {
  const [ada, bob] = [await guest('Ada'), await guest('Bob')]
  const group = await ada.startGroup('Left behind', [bob])
  await ada.send(group, 'so long')
  const listener = await bob.listen(group, { after: 0 })
  await remove(ada)
  await listener.until(({ events }) => events.some(({ __typename }) => __typename === 'MemberRemoved'))
  expect(await seen(bob, group)).toMatchObject({ memberCount: 1, members: ['Bob OWNER'] })
  expect(await bob.history(group)).toMatchObject([{ text: 'so long', sender: { name: 'Deleted user' } }])
  await listener.close()
})

test('nobody writes in a direct conversation with a deleted account, whoever lifts a block; what it had scheduled is gone', async () => {
  const [ada, bob] = [await guest('Ada'), await guest('Bob')]
  const { openDirectConversation } = await mutate(ada, 'openDirectConversation', { userId: bob.id })
  const { id } = openDirectConversation.conversation
  await ada.send(id, 'bye')
  await mutate(ada, 'saveDraft', { conversationId: id, text: 'secret' })
  const sendAt = new Date(Date.now() + 3_600_000).toISOString()
  const scheduled = { conversationId: id, clientMessageId: 's1', text: 'boo', sendAt }
  await mutate(ada, 'scheduleMessage', scheduled, 'scheduledMessage { id }')
  await remove(ada)
  await until(async () => !(await seen(bob, id)).viewerMayWrite, 'still open')
  const toAda = { input: { userId: ada.id } }
  await bob.ask('mutation ($input: BlockUserInput!) { blockUser(input: $input) { user { id } } }', toAda)
  await bob.ask('mutation ($input: BlockUserInput!) { unblockUser(input: $input) { user { id } } }', toAda)
  const input = { conversationId: id, text: 'there?', clientMessageId: 'b1' }
  expect(await bob.refusal(Person.sendMutation, { input })).toBe('NOT_CONTACTABLE')
  expect(await seen(bob, id)).toMatchObject({ members: ['Deleted user MEMBER', 'Bob MEMBER'] })
  const { scheduledMessages } = tables
  const database = owner.system.databases.conversations
  expect(await database.select().from(scheduledMessages).where(eq(scheduledMessages.senderId, ada.id))).toEqual([])
  expect((await bob.history(id)).map(({ text }) => text)).toEqual(['bye'])
})

test('webhooks of a deleted account are paused and say why; another owner takes them over where they stood', async () => {
  const { ada } = owner
  const eve = await guest('Eve')
  const group = await ada.startGroup('Hooks', [eve])
  await mutate(ada, 'changeRole', { conversationId: group, userId: eve.id, role: 'OWNER' })
  const receiver = await owner.listen()
  const { id } = await owner.createWebhook(group, receiver.url, {}, eve)
  await remove(eve)
  const read = async () =>
    (await ada.get('query ($id: ID!) { webhook(id: $id) { state pauseReason owner { name } } }', { id })).webhook
  await until(async () => (await read()).state === 'PAUSED', 'it is not paused')
  expect(await read()).toEqual({ state: 'PAUSED', pauseReason: 'OWNER_DELETED', owner: { name: 'Deleted user' } })
  await ada.send(group, 'while it was paused')
  await owner.change('resumeWebhook', { webhookId: id })
  expect(await read()).toEqual({ state: 'ACTIVE', pauseReason: null, owner: { name: 'Ada' } })
  await receiver.until(({ taken }) => taken.some(({ body }) => body.data.message?.text === 'while it was paused'))
})

test('a webhook says who or what has paused it: by hand, or since its owner has left or was removed', async () => {
  const { ada } = owner
  const [bob, eve] = [await guest('Bob'), await guest('Eve')]
  const group = await ada.startGroup('Reasons', [bob, eve])
  for (const { id } of [bob, eve]) await mutate(ada, 'changeRole', { conversationId: group, userId: id, role: 'ADMIN' })
  const receiver = await owner.listen()
  const hooks = [
    await owner.createWebhook(group, receiver.url, {}, ada),
    await owner.createWebhook(group, receiver.url, {}, bob),
    await owner.createWebhook(group, receiver.url, {}, eve),
  ]
  await owner.change('pauseWebhook', { webhookId: hooks[0]!.id })
  await ada.remove(group, bob)
  await mutate(eve, 'leaveConversation', { conversationId: group }, 'conversationId')
  const reasons = []
  for (const { id } of hooks) {
    reasons.push((await ada.get('query ($id: ID!) { webhook(id: $id) { pauseReason } }', { id })).webhook.pauseReason)
  }
  expect(reasons).toEqual(['BY_HAND', 'OWNER_LEFT', 'OWNER_LEFT'])
})

test('a deleted bot leaves its groups', async () => {
  const { ada } = owner
  const handle = `bot${Date.now()}`
  const { createBot } = await mutate(ada, 'createBot', { name: 'Robot', handle }, 'bot { id }')
  const group = await ada.startGroup('With a bot')
  await mutate(ada, 'addMembers', { conversationId: group, userIds: [createBot.bot.id] })
  await mutate(ada, 'deleteBot', { botId: createBot.bot.id }, 'botId')
  await until(async () => (await seen(ada, group)).memberCount === 1, 'it is still there')
})
