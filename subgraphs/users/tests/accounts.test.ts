import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { as, codes, openUsers, password } from './given.ts'
import type { GivenUsers } from './given.ts'

let given: GivenUsers
beforeAll(async () => {
  given = await openUsers()
})
afterAll(() => given.drop())

const me = '{ me { id name handle isGuest } }'

describe('registering', () => {
  test('makes an account that is signed in', async () => {
    const session = await given.register('ada', { name: ' Ada Lovelace ' })
    expect(session.user).toMatchObject({ name: 'Ada Lovelace', handle: 'ada', isGuest: false })
    expect(session.user.createdAt).toBe('2026-01-31T09:30:00.000Z')
    expect(session.accessTokenExpiresAt).toBe('2026-01-31T09:45:00.000Z')
    expect(session.refreshTokenExpiresAt).toBe('2026-03-02T09:30:00.000Z')
    const { id, name, handle, isGuest } = session.user
    expect(await given.execute(me, as(session))).toEqual({ data: { me: { id, name, handle, isGuest } } })
  })

  test('with a handle that someone has, in any case, is refused as HANDLE_TAKEN', async () => {
    await given.register('grace')
    const result = await given.mutate('register', { name: 'Eve', handle: 'GrAcE', password })
    expect(codes(result)).toEqual(['HANDLE_TAKEN'])
  })

  test('of one handle by many at once lets exactly one have it', async () => {
    const handles = ['Linus', 'linus', 'LINUS', 'lINUS', 'linuS']
    const results = await Promise.all(
      handles.map((handle) => given.mutate('register', { name: 'L', handle, password })),
    )
    expect(results.map(codes).sort()).toEqual([[], ...Array(4).fill(['HANDLE_TAKEN'])])
  })

  test('turns a signed-in guest into an account that keeps its id; the next token says so', async () => {
    const guest = await given.guest('Barbara')
    const input = { name: 'Barbara Liskov', handle: 'barbara', password }
    const session = given.session(await given.mutate('register', input, as(guest)))
    expect(session.user).toEqual({ ...guest.user, name: 'Barbara Liskov', handle: 'barbara', isGuest: false })
    expect(await given.verifier.verify(session.accessToken)).toMatchObject({ userId: guest.user.id, isGuest: false })
    const renewed = given.session(await given.refresh(guest.refreshToken))
    expect(await given.verifier.verify(renewed.accessToken)).toMatchObject({ userId: guest.user.id, isGuest: false })
  })

  test('as a guest with a handle that is taken leaves the guest as it was', async () => {
    await given.register('donald')
    const guest = await given.guest('Guest')
    const result = await given.mutate('register', { name: 'Don', handle: 'donald', password }, as(guest))
    expect(codes(result)).toEqual(['HANDLE_TAKEN'])
    expect(await given.execute(me, as(guest))).toMatchObject({ data: { me: { name: 'Guest', isGuest: true } } })
  })

  test('again is FORBIDDEN, also with a token from before the registration, also twice at once', async () => {
    const guest = await given.guest()
    const upgrade = (handle: string) => given.mutate('register', { name: 'A', handle, password }, as(guest))
    const results = await Promise.all([upgrade('twice1'), upgrade('twice2')])
    expect(results.map(codes).sort()).toEqual([[], ['FORBIDDEN']])
    expect(codes(await upgrade('twice3'))).toEqual(['FORBIDDEN'])
    const session = results.find((result) => !result.errors)!
    const registered = { name: 'B', handle: 'twice4', password }
    expect(codes(await given.mutate('register', registered, as(given.session(session))))).toEqual(['FORBIDDEN'])
  })

  test.each([
    ['an empty name', { name: '' }],
    ['a name of white space', { name: ' \u2003' }],
    ['a long name', { name: 'a'.repeat(81) }],
    ['a control character', { name: 'a\u0000b' }],
    ['a line break', { name: 'a\nb' }],
    ['half of a surrogate pair', { name: 'a\ud83d' }],
    ['a short handle', { handle: 'ab' }],
    ['a long handle', { handle: 'a'.repeat(33) }],
    ['a handle that starts with a digit', { handle: '1ada' }],
    ['a handle that only looks like one', { handle: 'аda' }],
    ['a Kelvin sign, whose lower case is k', { handle: '\u212Aelvin' }],
    ['a short password', { password: '1234567' }],
    ['a long password', { password: 'a'.repeat(257) }],
    ['a megabyte', { password: 'a'.repeat(1_000_000) }],
  ])('with %s is refused as INVALID_INPUT, and nothing is kept', async (_what, wrong) => {
    const result = await given.mutate('register', { name: 'Eve', handle: 'eve', password, ...wrong })
    expect(codes(result)).toEqual(['INVALID_INPUT'])
    expect(codes(await given.mutate('logIn', { handle: 'eve', password }))).toEqual(['INVALID_CREDENTIALS'])
  })

  test('takes any script, and emoji, up to the limit in code points', async () => {
    const name = '👩🏽‍🚀'.repeat(20)
    expect((await given.register('emoji', { name })).user.name).toBe(name)
    expect((await given.register('nfc', { name: 'Zoe\u0308' })).user.name).toBe('Zo\u00eb')
  })
})

describe('a guest', () => {
  test('has a name and no handle, and is signed in', async () => {
    const session = await given.guest('Tim')
    expect(session.user).toMatchObject({ name: 'Tim', handle: null, isGuest: true })
    expect(await given.verifier.verify(session.accessToken)).toMatchObject({ isGuest: true, userId: session.user.id })
  })

  test('without a name is refused', async () => {
    expect(codes(await given.mutate('continueAsGuest', { name: '  ' }))).toEqual(['INVALID_INPUT'])
  })
})

describe('users', () => {
  test('are read by id when signed in; an unknown id is null, whatever it looks like', async () => {
    const session = await given.register('reader')
    const read = (id: string, request = {}) =>
      given.execute('query ($id: ID!) { user(id: $id) { name } }', { variables: { id }, ...request })
    expect(await read(session.user.id, as(session))).toEqual({ data: { user: { name: 'Ada' } } })
    expect(await read(session.user.id.toUpperCase(), as(session))).toEqual({ data: { user: { name: 'Ada' } } })
    for (const id of ['', 'é', "' or 1=1 --", '019a9e2c-0000-7000-8000-000000000000', 'a'.repeat(100_000)]) {
      expect(await read(id, as(session))).toEqual({ data: { user: null } })
    }
    expect(codes(await read(session.user.id))).toEqual(['UNAUTHENTICATED'])
  })

  test('are batched: many of them, as entities and as fields, cost one statement', async () => {
    const sessions = await Promise.all(Array.from({ length: 20 }, (_, i) => given.guest(`Guest ${i}`)))
    const ids = sessions.map((session) => session.user.id)
    const representations = [...ids, ids[0], 'unknown'].map((id) => ({ __typename: 'User', id }))
    const before = given.database.statements
    const { data } = await given.execute(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { name } } }`,
      { variables: { r: representations } },
    )
    const expected = [...ids.map((_, i) => ({ name: `Guest ${i}` })), { name: 'Guest 0' }, null]
    expect(data).toEqual({ _entities: expected })
    expect(given.database.statements - before).toBe(1)

    const fields = ids.map((id, i) => `u${i}: user(id: "${id}") { name }`)
    await given.execute(`{ me { name } ${fields.join(' ')} }`, as(sessions[0]!))
    expect(given.database.statements - before).toBe(2)
  })

  test('nobody is me', async () => {
    expect(await given.execute(me)).toEqual({ data: { me: null } })
  })
})
