import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'
import { Person } from './harness/person.ts'
import { TestSystem } from './harness/system.ts'
import { until } from '../platform/time/until.ts'

let system: TestSystem
beforeAll(async () => void (system = await TestSystem.start()))
afterAll(() => system.stop())

/** A socket that has been acknowledged, and the close that it ends with. */
async function socketOf(authorization: string) {
  const closes: { code: number; reason: string }[] = []
  let acknowledged = false
  const client = createClient({
    url: system.url.replace('http', 'ws') + '/graphql',
    webSocketImpl: WebSocket,
    lazy: false,
    retryAttempts: 0,
    connectionParams: { authorization },
    onNonLazyError: () => {},
    on: {
      connected: () => (acknowledged = true),
      closed: (event) => closes.push({ code: (event as CloseEvent).code, reason: (event as CloseEvent).reason }),
    },
  })
  await until(() => acknowledged || closes.length > 0, 'neither acknowledged nor closed')
  return { client, closes, acknowledged: () => acknowledged }
}

/** Someone with an account. */
async function registered(name: string, handle: string): Promise<Person> {
  const person = await Person.guest(system, name)
  const { register } = await person.get(
    `mutation ($input: RegisterInput!) { register(input: $input) { session { accessToken refreshToken } } }`,
    { input: { name, handle, password: 'correct horse' } },
  )
  person.accessToken = register.session.accessToken
  return person
}

describe('logging out', () => {
  test('ends the token for every subgraph, and the live socket with it', async () => {
    const ada = await Person.guest(system, 'Ada')
    const group = await ada.startGroup('Group')
    const listener = await ada.listen(group, { after: 0 })
    await listener.until(({ events }) => events.length > 0)
    const { client, closes } = await socketOf(`Bearer ${ada.accessToken}`)

    await ada.get('mutation { logOut { sessionId } }')
    await until(() => closes.length > 0, 'the socket is open')
    expect(closes).toEqual([{ code: 4403, reason: 'Session ended' }])
    for (const query of ['{ me { id } }', `{ conversation(id: "${group}") { id messages { edges { cursor } } } }`]) {
      expect(await ada.refusal(query)).toBe('UNAUTHENTICATED')
    }
    await client.dispose()
    await listener.close()
  })

  test('lasts over a restart', async () => {
    const ada = await Person.guest(system, 'Ada')
    await ada.get('mutation { logOut { sessionId } }')
    await system.restart()
    expect(await ada.refusal('{ me { id } }')).toBe('UNAUTHENTICATED')
  })
})

test('blocked people cannot open a conversation with each other, nor add each other', async () => {
  const [ada, eve] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Eve')]
  const open = 'mutation ($id: ID!) { openDirectConversation(input: { userId: $id }) { conversation { id } } }'
  await ada.get('mutation ($id: ID!) { blockUser(input: { userId: $id }) { user { viewerBlocks } } }', { id: eve.id })
  expect(await ada.refusal(open, { id: eve.id })).toBe('FORBIDDEN')
  expect(await eve.refusal(open, { id: ada.id })).toBe('FORBIDDEN')
  const group = 'mutation ($input: CreateGroupInput!) { createGroup(input: $input) { conversation { id } } }'
  expect(await eve.refusal(group, { input: { title: 'Trap', memberIds: [ada.id] } })).toBe('FORBIDDEN')
  await ada.get('mutation ($id: ID!) { unblockUser(input: { userId: $id }) { user { viewerBlocks } } }', { id: eve.id })
  await eve.get(open, { id: ada.id })
})

test('what a deleted user wrote stays readable, as from a deleted user', async () => {
  const [ada, bob] = [await registered('Ada', 'e2e_ada'), await registered('Bob', 'e2e_bob')]
  const group = await ada.startGroup('Group', [bob])
  await ada.send(group, 'I was here')
  await ada.get('mutation { deleteAccount(input: { password: "correct horse" }) { userId } }')
  expect(await bob.history(group)).toMatchObject([{ text: 'I was here', sender: { id: ada.id, name: 'Deleted user' } }])
  expect(await ada.refusal('{ me { id } }')).toBe('UNAUTHENTICATED')
})

describe('an API key', () => {
  const keyOf = async (person: Person, scopes: string[]): Promise<{ secret: string; apiKey: { id: string } }> =>
    (
      await person.get(
        'mutation ($scopes: [ApiKeyScope!]!) { createApiKey(input: { name: "Bot", scopes: $scopes }) { secret apiKey { id } } }',
        { scopes },
      )
    ).createApiKey
  const asBot = (person: Person, secret: string) => {
    const bot = person.at(system)
    bot.accessToken = secret
    return bot
  }

  test('is taken at the door, and reaches in every subgraph what its scopes name, and nothing else', async () => {
    const ada = await registered('Ada', 'e2e_keys')
    const group = await ada.startGroup('Group')
    await ada.send(group, 'hello')
    const reader = asBot(ada, (await keyOf(ada, ['MESSAGES_READ', 'CONVERSATIONS_READ'])).secret)
    expect(await reader.history(group)).toMatchObject([{ text: 'hello' }])
    const send = { input: { conversationId: group, text: 'no', clientMessageId: 'k1' } }
    expect(await reader.refusal(Person.sendMutation, send)).toBe('FORBIDDEN')
    expect(await reader.refusal('{ exportMyData }')).toBe('FORBIDDEN')
    const writer = asBot(ada, (await keyOf(ada, ['MESSAGES_WRITE', 'CONVERSATIONS_READ'])).secret)
    expect(await writer.send(group, 'from a bot')).toMatchObject({ text: 'from a bot', sender: { id: ada.id } })
    expect(await writer.refusal(`{ conversation(id: "${group}") { messages { edges { cursor } } } }`)).toBe('FORBIDDEN')
    const invites = `{ searchMessages(query: "hello") { edges { node { message { conversation { title invites { edges { node { code } } } } } } } } }`
    expect(await reader.refusal(invites)).toBeUndefined()
    // A code lets anyone in: whoever reads messages alone does not get it with them.
    const messages = asBot(ada, (await keyOf(ada, ['MESSAGES_READ'])).secret)
    expect(await messages.refusal(invites)).toBe('FORBIDDEN')
  })

  test('opens live sockets, is refused there without its scope, and when it is revoked they close', async () => {
    const ada = await registered('Ada', 'e2e_live')
    const group = await ada.startGroup('Group')
    const { secret, apiKey } = await keyOf(ada, ['MESSAGES_READ', 'CONVERSATIONS_READ'])
    const listener = await asBot(ada, secret).listen(group, { after: 0 })
    await ada.send(group, 'live')
    await listener.until(({ texts }) => texts.includes('live'))
    const blind = await asBot(ada, (await keyOf(ada, ['MESSAGES_WRITE'])).secret).listen(group, { after: 0 })
    await blind.until(({ errors }) => errors.length > 0)
    expect(blind.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])

    const { client, closes } = await socketOf(`Bearer ${secret}`)
    await ada.get('mutation ($id: ID!) { revokeApiKey(input: { apiKeyId: $id }) { apiKey { id } } }', { id: apiKey.id })
    await until(() => closes.length > 0, 'the socket is open')
    expect(closes).toEqual([{ code: 4403, reason: 'Session ended' }])
    expect(await asBot(ada, secret).refusal('{ me { id } }')).toBe('UNAUTHENTICATED')
    for (const part of [client]) await part.dispose()
    for (const part of [listener, blind]) await part.close()
  })
})
