import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { as, codes, openUsers, password } from './given.ts'
import type { GivenUsers, Session } from './given.ts'

let given: GivenUsers
let ada: Session
beforeAll(async () => {
  given = await openUsers()
  ada = await given.register('ada.bots')
})
afterAll(() => given.drop())

const bot = 'id name handle isBot isGuest isDeleted owner { id }'
const ask = (session: Session, query: string, variables: object = {}) =>
  given.execute(query, { ...as(session), variables: { ...variables } })
const create = (session: Session, input: object) =>
  ask(session, `mutation ($input: CreateBotInput!) { createBot(input: $input) { bot { ${bot} } } }`, {
    input: { name: 'Deploys', ...input },
  })
const created = async (session: Session, handle: string) =>
  ((await create(session, { handle })).data as { createBot: { bot: { id: string } } }).createBot.bot
const remove = (session: Session, botId: string) =>
  ask(session, 'mutation ($id: ID!) { deleteBot(input: { botId: $id }) { botId } }', { id: botId })
const key = (session: Session, botId: string) =>
  ask(session, 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id } } }', {
    input: { name: 'key', scopes: ['USERS_READ'], botId },
  })
const keyOf = async (session: Session, botId: string) =>
  ((await key(session, botId)).data as { createApiKey: { secret: string; apiKey: { id: string } } }).createApiKey
const exchange = (secret: string) =>
  given.execute('mutation ($key: String!) { exchangeApiKey(input: { key: $key }) { accessToken } }', {
    variables: { key: secret },
  })
const user = async (id: string) =>
  (await ask(ada, `query ($id: ID!) { user(id: $id) { ${bot} } }`, { id })).data?.['user']

describe('a bot', () => {
  test('is an account that a person answers for, marked as what it is, and found by its handle', async () => {
    const { data } = await create(ada, { handle: 'Deploy.Bot' })
    const made = { name: 'Deploys', handle: 'deploy.bot', isBot: true, isGuest: false, isDeleted: false }
    const { bot } = (data as { createBot: { bot: { id: string } } }).createBot
    expect(bot).toEqual({ id: bot.id, ...made, owner: { id: ada.user.id } })
    expect(await user(ada.user.id)).toMatchObject({ isBot: false, owner: null })
    const found = await ask(ada, '{ searchUsers(handlePrefix: "deploy") { edges { node { id isBot } } } }')
    expect(found.data).toEqual({ searchUsers: { edges: [{ node: { id: bot.id, isBot: true } }] } })
    const listed = await ask(ada, '{ me { bots { edges { node { id } } } } }')
    expect(listed.data).toEqual({ me: { bots: { edges: [{ node: { id: bot.id } }] } } })
  })

  test('comes in by its own keys, which its person alone makes, lists and revokes', async () => {
    const eve = await given.register('eve.bots')
    const { id } = await created(ada, 'keyed.bot')
    const { secret, apiKey } = await keyOf(ada, id)
    const { accessToken } = ((await exchange(secret)).data as { exchangeApiKey: { accessToken: string } })
      .exchangeApiKey
    const me = await given.execute('{ me { id isBot } }', as({ accessToken }))
    expect(me.data).toEqual({ me: { id, isBot: true } })

    const keys = 'query ($id: ID!) { user(id: $id) { apiKeys { edges { node { id } } } } }'
    expect((await ask(ada, keys, { id })).data).toEqual({ user: { apiKeys: { edges: [{ node: { id: apiKey.id } }] } } })
    expect(codes(await ask(eve, keys, { id }))).toEqual(['FORBIDDEN'])
    expect(codes(await key(eve, id))).toEqual(['NOT_FOUND'])
    const revoke = 'mutation ($id: ID!) { revokeApiKey(input: { apiKeyId: $id }) { apiKey { id } } }'
    expect(codes(await ask(eve, revoke, { id: apiKey.id }))).toEqual(['NOT_FOUND'])
    expect(codes(await ask(ada, revoke, { id: apiKey.id }))).toEqual([])
    expect(codes(await exchange(secret))).toEqual(['UNAUTHENTICATED'])
  })

  test('has no password, and owns nothing itself', async () => {
    const { id } = await created(ada, 'plain.bot')
    const { secret } = await keyOf(ada, id)
    const { accessToken } = ((await exchange(secret)).data as { exchangeApiKey: Session }).exchangeApiKey
    expect(codes(await given.mutate('logIn', { handle: 'plain.bot', password }))).toEqual(['INVALID_CREDENTIALS'])
    expect(codes(await given.mutate('logIn', { handle: 'plain.bot', password: '' }))).toEqual(['INVALID_CREDENTIALS'])
    const asBot = { ...ada, accessToken }
    expect(codes(await create(asBot, { handle: 'bots.bot' }))).toEqual(['FORBIDDEN'])
    expect(codes(await key(asBot, id))).toEqual(['FORBIDDEN'])
  })

  test('is changed and deleted by its person alone; its keys end, and it stays known as a deleted bot', async () => {
    const eve = await given.register('eve2.bots')
    const { id } = await created(ada, 'short.bot')
    const { secret } = await keyOf(ada, id)
    const change = (session: Session, input: object) =>
      ask(session, `mutation ($input: UpdateBotInput!) { updateBot(input: $input) { bot { ${bot} } } }`, {
        input: { botId: id, ...input },
      })
    expect(codes(await change(eve, { name: 'Mine' }))).toEqual(['NOT_FOUND'])
    expect((await change(ada, { name: 'Alerts' })).data).toMatchObject({ updateBot: { bot: { name: 'Alerts' } } })
    expect(codes(await change(ada, { handle: 'ada.bots' }))).toEqual(['HANDLE_TAKEN'])
    expect(codes(await remove(eve, id))).toEqual(['NOT_FOUND'])
    expect((await remove(ada, id)).data).toEqual({ deleteBot: { botId: id } })
    expect(codes(await exchange(secret))).toEqual(['UNAUTHENTICATED'])
    expect(codes(await remove(ada, id))).toEqual(['NOT_FOUND'])
    expect(await user(id)).toMatchObject({ name: 'Deleted user', handle: null, isBot: true, isDeleted: true })
  })

  test('goes with its person', async () => {
    const bob = await given.register('bob.bots')
    const { id } = await created(bob, 'bobs.bot')
    const { secret } = await keyOf(bob, id)
    const gone = 'mutation ($p: String) { deleteAccount(input: { password: $p }) { userId } }'
    expect(codes(await ask(bob, gone, { p: password }))).toEqual([])
    expect(await user(id)).toMatchObject({ isDeleted: true })
    expect(codes(await exchange(secret))).toEqual(['UNAUTHENTICATED'])
  })

  test('is refused to guests, above fifty, and under a handle that is taken', async () => {
    expect(codes(await create(await given.guest(), { handle: 'guests.bot' }))).toEqual(['FORBIDDEN'])
    expect(codes(await create(ada, { handle: 'ada.bots' }))).toEqual(['HANDLE_TAKEN'])
    expect(codes(await create(ada, { handle: 'a' }))).toEqual(['INVALID_INPUT'])
    const cyd = await given.register('cyd.bots')
    for (let n = 0; n < 50; n++) await created(cyd, `cyd.bot${n}`)
    expect(codes(await create(cyd, { handle: 'cyd.bot50' }))).toEqual(['LIMIT_EXCEEDED'])
  })
})
