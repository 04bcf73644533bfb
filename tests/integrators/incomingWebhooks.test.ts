import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { keyOf, registered } from './integrator.ts'

let system: TestSystem
let ada: Person
let bob: Person
beforeAll(async () => {
  system = await TestSystem.start()
  ada = await registered(system, 'Ada')
  bob = await registered(system, 'Bob')
})
afterAll(() => system.stop())

let handles = 0
const createBot = async (person: Person): Promise<string> => {
  const input = { name: 'Deploys', handle: `deploys.bot${(handles += 1)}` }
  const mutation = 'mutation ($input: CreateBotInput!) { createBot(input: $input) { bot { id } } }'
  return (await person.get(mutation, { input })).createBot.bot.id
}
const addMember = (conversationId: string, userId: string) =>
  ada.get('mutation ($input: AddMembersInput!) { addMembers(input: $input) { conversation { id } } }', {
    input: { conversationId, userIds: [userId] },
  })
const createMutation = `mutation ($input: CreateIncomingWebhookInput!) {
  createIncomingWebhook(input: $input) { path incomingWebhook { id bot { id name isBot } } } }`

/** A group with a bot in it, and an address that posts as the bot. */
async function hooked() {
  const conversationId = await ada.startGroup('Deployments', [bob])
  const botId = await createBot(ada)
  await addMember(conversationId, botId)
  const input = { conversationId, botId, name: 'CI' }
  const { path, incomingWebhook } = (await ada.get(createMutation, { input })).createIncomingWebhook
  return { conversationId, botId, path: path as string, id: incomingWebhook.id as string }
}

interface Reply {
  status: number
  code?: string
  message?: { id: string; seq: number; text: string; senderId: string }
  retryAfter: string | null
}
async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const response = await fetch(system.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const answer = (await response.json()) as { message?: Reply['message']; errors?: { extensions: { code: string } }[] }
  const [status, retryAfter] = [response.status, response.headers.get('retry-after')]
  return answer.message
    ? { status, retryAfter, message: answer.message }
    : { status, retryAfter, code: answer.errors![0]!.extensions.code }
}

describe('a bot', () => {
  test('is a member like others, and posts with its API key', async () => {
    const conversationId = await ada.startGroup('Bots')
    const botId = await createBot(ada)
    const key = await keyOf(ada, ['MESSAGES_WRITE', 'MESSAGES_READ'], { botId })
    const send = (text: string) =>
      system.graphql(
        Person.sendMutation,
        { input: { conversationId, text, clientMessageId: text } },
        { authorization: `Bearer ${key}` },
      )
    expect((await send('too-early')).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    await addMember(conversationId, botId)
    expect((await send('hello')).errors).toBeUndefined()
    const [message] = await ada.history(conversationId)
    expect(message).toMatchObject({ text: 'hello', sender: { id: botId, name: 'Deploys' } })
  })
})

describe('an incoming webhook', () => {
  test('sends as its bot, and a retry with the same key is the same message', async () => {
    const { conversationId, botId, path } = await hooked()
    const first = await post(path, { text: 'v1 is out' }, { 'idempotency-key': 'deploy 1 ✓'.replace(' ✓', '') })
    expect(first).toMatchObject({ status: 200, message: { seq: 1, text: 'v1 is out', senderId: botId } })
    expect(await post(path, { text: 'v1 is out' }, { 'idempotency-key': 'deploy 1' })).toEqual(first)
    const other = await post(path, { text: 'v2 is out' }, { 'idempotency-key': 'deploy 1' })
    expect(other).toMatchObject({ status: 409, code: 'IDEMPOTENCY_CONFLICT' })
    await post(path, { text: 'twice' })
    await post(path, { text: 'twice' })
    expect((await ada.history(conversationId)).map(({ text }) => text)).toEqual(['v1 is out', 'twice', 'twice'])
  })

  test('answers in a thread, mentions, and is refused as anyone is', async () => {
    const { path } = await hooked()
    const { message } = await post(path, { text: 'the root' })
    const reply = await post(path, { text: 'a reply', threadRootId: message!.id, mentions: [bob.id] })
    expect(reply.message).toMatchObject({ threadRoot: { id: message!.id, seq: 1 }, mentionedUserIds: [bob.id] })
    const refused = async (body: unknown, headers = {}) => {
      const { status, code } = await post(path, body, headers)
      return [status, code]
    }
    expect(await refused({})).toEqual([400, 'INVALID_INPUT'])
    expect(await refused({ text: 5 })).toEqual([400, 'INVALID_INPUT'])
    expect(await refused({ text: 'x', colour: 'red' })).toEqual([400, 'INVALID_INPUT'])
    expect(await refused({ text: '' })).toEqual([400, 'INVALID_INPUT'])
    expect(await refused({ text: 'x'.repeat(10_001) })).toEqual([400, 'TEXT_TOO_LONG'])
    expect(await refused({ text: 'x'.repeat(70_000) })).toEqual([413, 'REQUEST_TOO_LARGE'])
    expect(await refused('{"text"')).toEqual([400, 'BAD_REQUEST'])
    expect(await refused([1])).toEqual([400, 'INVALID_INPUT'])
    expect(await refused({ text: 'x' }, { 'content-type': 'text/plain' })).toEqual([400, 'BAD_REQUEST'])
    expect(await refused({ text: 'x', threadRootId: bob.id })).toEqual([404, 'NOT_FOUND'])
  })

  test('has a secret: a wrong one, another address and a former one are not found', async () => {
    const { path, id } = await hooked()
    const [, , , secret] = path.split('/')
    expect(await post(`/hooks/${id}/${secret}x`, { text: 'x' })).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    expect(await post(`/hooks/${ada.id}/${secret}`, { text: 'x' })).toMatchObject({ status: 404, code: 'NOT_FOUND' })
    const rotate = `mutation ($input: RotateIncomingWebhookSecretInput!) {
      rotateIncomingWebhookSecret(input: $input) { path } }`
    const fresh = (await ada.get(rotate, { input: { incomingWebhookId: id } })).rotateIncomingWebhookSecret.path
    expect(await post(path, { text: 'x' })).toMatchObject({ status: 404 })
    expect(await post(fresh, { text: 'x' })).toMatchObject({ status: 200 })
    await ada.get(
      'mutation ($input: DeleteIncomingWebhookInput!) { deleteIncomingWebhook(input: $input) { incomingWebhookId } }',
      {
        input: { incomingWebhookId: id },
      },
    )
    expect(await post(fresh, { text: 'x' })).toMatchObject({ status: 404 })
  })

  test('ends with the membership of its bot, and with the bot', async () => {
    const { conversationId, botId, path } = await hooked()
    await ada.get('mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { conversation { id } } }', {
      input: { conversationId, userId: botId },
    })
    expect(await post(path, { text: 'x' })).toMatchObject({ status: 403, code: 'FORBIDDEN' })
    const other = await hooked()
    await ada.get('mutation ($input: DeleteBotInput!) { deleteBot(input: $input) { botId } }', {
      input: { botId: other.botId },
    })
    expect(await post(other.path, { text: 'x' })).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  test('is made by who manages the conversation, for a bot of their own that is a member', async () => {
    const conversationId = await ada.startGroup('Whose', [bob])
    const [adas, bobs] = [await createBot(ada), await createBot(bob)]
    const refusal = (person: Person, botId: string) =>
      person.refusal(createMutation, { input: { conversationId, botId, name: 'x' } })
    expect(await refusal(ada, adas)).toBe('FORBIDDEN')
    await addMember(conversationId, adas)
    await addMember(conversationId, bobs)
    expect(await refusal(ada, adas)).toBeUndefined()
    expect(await refusal(ada, bobs)).toBe('FORBIDDEN')
    expect(await refusal(ada, bob.id)).toBe('FORBIDDEN')
    expect(await refusal(bob, bobs)).toBe('FORBIDDEN')
    const list =
      'query ($id: ID!) { conversation(id: $id) { incomingWebhooks { edges { node { name bot { id } } } } } }'
    expect((await bob.get(list, { id: conversationId })).conversation.incomingWebhooks).toBeNull()
    expect((await ada.get(list, { id: conversationId })).conversation.incomingWebhooks.edges).toEqual([
      { node: { name: 'x', bot: { id: adas } } },
    ])
  })

  test('takes so many a minute', async () => {
    const { path } = await hooked()
    const replies: Reply[] = []
    for (let n = 0; n < 65; n++) replies.push(await post(path, { text: `${n}` }))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(60)
    expect(replies.at(-1)).toMatchObject({ status: 429, code: 'RATE_LIMITED' })
    expect(Number(replies.at(-1)!.retryAfter)).toBeGreaterThan(0)
  })
})
