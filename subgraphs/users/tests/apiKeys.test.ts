import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Unauthenticated } from '../../../platform/errors.ts'
import { exchangeKeys } from '../../../platform/identity/index.ts'
import { createUsersSubgraph } from '../index.ts'
import { deleteRevokedKeys } from '../store/apiKeys.ts'
import { as, codes, day, minute, openInProcess, openUsers } from './given.ts'
import type { GivenUsers, Session } from './given.ts'

let given: GivenUsers
beforeAll(async () => {
  given = await openUsers()
})
afterAll(() => given.drop())

interface Created {
  apiKey: {
    id: string
    name: string
    scopes: string[]
    createdAt: string
    expiresAt: string
    lastUsedAt: string | null
  }
  secret: string
}
const fields = 'id name scopes createdAt expiresAt lastUsedAt'

const create = (session: Session, input: object = {}) =>
  given.execute(
    `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { ${fields} } } }`,
    { ...as(session), variables: { input: { name: 'Bot', scopes: ['USERS_READ'], ...input } } },
  )
const created = async (session: Session, input: object = {}) =>
  ((await create(session, input)).data as { createApiKey: Created }).createApiKey
const exchange = (key: string) =>
  given.execute(
    'mutation ($key: String!) { exchangeApiKey(input: { key: $key }) { accessToken accessTokenExpiresAt } }',
    { variables: { key } },
  )
const exchanged = async (key: string) =>
  ((await exchange(key)).data as { exchangeApiKey: { accessToken: string; accessTokenExpiresAt: string } })
    .exchangeApiKey
const revoke = (session: Session, apiKeyId: string) =>
  given.execute('mutation ($id: ID!) { revokeApiKey(input: { apiKeyId: $id }) { apiKey { id } } }', {
    ...as(session),
    variables: { id: apiKeyId },
  })
const list = async (session: Session) => {
  const { data } = await given.execute(`{ me { apiKeys { edges { node { ${fields} } } } } }`, as(session))
  return (data as { me: { apiKeys: { edges: { node: Created['apiKey'] }[] } } }).me.apiKeys.edges.map(
    ({ node }) => node,
  )
}

describe('an API key', () => {
  test('is shown once, kept as a hash, and listed with its last use', async () => {
    const ada = await given.register('keys1')
    const { apiKey, secret } = await created(ada, {
      name: ' Bot ',
      scopes: ['USERS_READ', 'MESSAGES_READ', 'USERS_READ'],
    })
    expect(secret).toMatch(/^pk_[\w-]{43}$/)
    expect(apiKey).toMatchObject({ name: 'Bot', scopes: ['USERS_READ', 'MESSAGES_READ'], lastUsedAt: null })
    expect(Date.parse(apiKey.expiresAt)).toBe(given.now() + 90 * day)
    expect(await list(ada)).toEqual([apiKey])
    await exchanged(secret)
    expect(await list(ada)).toEqual([{ ...apiKey, lastUsedAt: new Date(given.now()).toISOString() }])
    expect(given.logs.join()).not.toContain(secret)
  })

  test('gives access tokens for its user with its scopes, which end with it', async () => {
    const ada = await given.register('keys2')
    const expiresAt = new Date(given.now() + 5 * minute).toISOString()
    const { apiKey, secret } = await created(ada, { expiresAt })
    const { accessToken, accessTokenExpiresAt } = await exchanged(secret)
    expect(accessTokenExpiresAt).toBe(expiresAt)
    expect(await given.verifier.verify(accessToken)).toMatchObject({
      ...{ userId: ada.user.id, sessionId: apiKey.id, scopes: ['USERS_READ'], isGuest: false },
    })
    given.pass(5 * minute)
    expect(codes(await exchange(secret))).toEqual(['UNAUTHENTICATED'])
  })

  test('that is revoked is refused at once, and so are the tokens it got; nobody else can revoke it', async () => {
    const [ada, eve] = [await given.register('keys3'), await given.register('keys4')]
    const { apiKey, secret } = await created(ada)
    const { accessToken } = await exchanged(secret)
    for (const id of [apiKey.id, 'nonsense']) expect(codes(await revoke(eve, id))).toEqual(['NOT_FOUND'])
    expect(await given.execute('{ me { handle } }', as({ accessToken }))).toEqual({ data: { me: { handle: 'keys3' } } })
    for (let i = 0; i < 2; i++) {
      expect(await revoke(ada, apiKey.id)).toEqual({ data: { revokeApiKey: { apiKey: { id: apiKey.id } } } })
    }
    expect(codes(await given.execute('{ me { handle } }', as({ accessToken })))).toEqual(['UNAUTHENTICATED'])
    expect(codes(await exchange(secret))).toEqual(['UNAUTHENTICATED'])
    expect(await list(ada)).toEqual([])
  })

  test('that is revoked stays refused by a process that starts with an empty store, and once its row is gone', async () => {
    const ada = await given.register('keys8')
    const { apiKey, secret } = await created(ada)
    const { accessToken } = await exchanged(secret)
    await revoke(ada, apiKey.id)
    const again = await createUsersSubgraph({ ...given.parts, revocations: await openInProcess() })
    await expect(again.verifier.verify(accessToken)).rejects.toThrow('has ended')
    await again.subgraph.close()
    given.pass(minute)
    expect(await deleteRevokedKeys(given.database, given.now(), 100)).toBeGreaterThan(0)
    expect(codes(await exchange(secret))).toEqual(['UNAUTHENTICATED'])
  })

  test('of a deleted account works no more', async () => {
    const ada = await given.register('keys5')
    const { secret } = await created(ada)
    const { accessToken } = await exchanged(secret)
    await given.execute('mutation { deleteAccount(input: { password: "correct horse" }) { userId } }', as(ada))
    expect(codes(await exchange(secret))).toEqual(['UNAUTHENTICATED'])
    expect(codes(await given.execute('{ me { id } }', as({ accessToken })))).toEqual(['UNAUTHENTICATED'])
  })

  test.each([
    ['without a name', { name: ' ' }],
    ['with a long name', { name: 'a'.repeat(81) }],
    ['without a scope', { scopes: [] }],
    ['that is over', { expiresAt: '2020-01-01T00:00:00.000Z' }],
    ['that lives for years', { expiresAt: '2036-01-01T00:00:00.000Z' }],
  ])('%s is INVALID_INPUT', async (_what, input) => {
    const ada = await given.register(`limits${given.database.statements}`)
    expect(codes(await create(ada, input))).toEqual(['INVALID_INPUT'])
  })

  test('of a scope that there is not is refused, and a guest has none', async () => {
    const ada = await given.register('keys6')
    expect(codes(await create(ada, { scopes: ['ALL'] }))).toEqual(['BAD_USER_INPUT'])
    expect(codes(await create(await given.guest()))).toEqual(['FORBIDDEN'])
  })

  test('is one of 50 at most', async () => {
    const ada = await given.register('keys7')
    for (let i = 0; i < 50; i++) await created(ada)
    expect(codes(await create(ada))).toEqual(['LIMIT_EXCEEDED'])
  })

  test('that is made up is refused, whatever it looks like', async () => {
    for (const key of ['', 'pk_', `pk_${'a'.repeat(43)}`, 'é', `pk_${'a'.repeat(1_000_000)}`]) {
      expect(codes(await exchange(key))).toEqual(['UNAUTHENTICATED'])
    }
  })
})

describe('with an API key', () => {
  test('what its scopes name can be read; accounts, sessions and keys stay closed', async () => {
    const ada = await given.register('scoped1')
    const reading = as(await exchanged((await created(ada)).secret))
    const other = as(await exchanged((await created(ada, { scopes: ['MESSAGES_READ', 'CONVERSATIONS_WRITE'] })).secret))
    expect(await given.execute('{ me { handle } }', reading)).toEqual({ data: { me: { handle: 'scoped1' } } })
    expect(codes(await given.execute('{ me { handle } }', other))).toEqual(['FORBIDDEN'])
    const closed = [
      '{ exportMyData }',
      '{ me { sessions { edges { cursor } } } }',
      '{ me { apiKeys { edges { cursor } } } }',
      'mutation { logOut { sessionId } }',
      'mutation { endOtherSessions { endedSessions } }',
      'mutation { updateProfile(input: { name: "Eve" }) { user { id } } }',
      'mutation { deleteAccount(input: { password: "correct horse" }) { userId } }',
      'mutation { createApiKey(input: { name: "More", scopes: [MESSAGES_WRITE] }) { secret } }',
      'mutation { register(input: { name: "Eve", handle: "scoped2", password: "correct horse" }) { session { accessToken } } }',
    ]
    for (const query of closed)
      expect([query, codes(await given.execute(query, reading))]).toEqual([query, ['FORBIDDEN']])
    expect(await given.execute('{ me { name } }', as(ada))).toEqual({ data: { me: { name: 'Ada' } } })
  })
})

describe('a door that exchanges API keys', () => {
  const open = () => {
    let asked = 0
    const verifier = exchangeKeys(given.verifier, async (key) => {
      asked++
      const { data, errors } = await exchange(key)
      if (errors) throw new Unauthenticated('refused')
      const { accessToken } = (data as { exchangeApiKey: { accessToken: string } }).exchangeApiKey
      return { accessToken, expiresAt: Date.now() + minute }
    })
    return { verifier, asked: () => asked }
  }

  test('asks once for each key, also for many requests at once, and leaves access tokens as they are', async () => {
    const ada = await given.register('door1')
    const { secret } = await created(ada)
    const { verifier, asked } = open()
    const tokens = await Promise.all(Array.from({ length: 10 }, () => verifier.exchange!(secret)))
    expect(new Set([...tokens, await verifier.exchange!(secret)]).size).toBe(1)
    expect(asked()).toBe(1)
    expect(await verifier.verify(tokens[0]!)).toMatchObject({ userId: ada.user.id })
    expect(await verifier.exchange!(ada.accessToken)).toBe(ada.accessToken)
  })

  test('does not ask again and again for a key that is none', async () => {
    const { verifier, asked } = open()
    for (let i = 0; i < 5; i++) await expect(verifier.exchange!('pk_none')).rejects.toThrow('refused')
    expect(asked()).toBe(1)
  })
})
