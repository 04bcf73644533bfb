import { afterEach, describe, expect, test } from '@jest/globals'
import type { UsersParts } from '../index.ts'
import { as, codes, openUsers, password } from './given.ts'
import type { GivenUsers } from './given.ts'

let given: GivenUsers
const open = async (options: Partial<UsersParts> = {}) => (given = await openUsers(options))
afterEach(() => given.drop())

const logIn = (handle: string, word: string, address?: string) =>
  given.mutate('logIn', { handle, password: word }, { ...(address ? { address } : {}) })

describe('logging in', () => {
  test('needs handle and password; the case of the handle and the form of the password do not matter', async () => {
    await open()
    const { user } = await given.register('ada', { password: 'cafe\u0301 au lait' })
    const session = given.session(await logIn('ADA', 'caf\u00e9 au lait'))
    expect(session.user).toEqual(user)
    expect(await given.execute('{ me { id } }', as(session))).toEqual({ data: { me: { id: user.id } } })
  })

  test('with a wrong password, an unknown handle or no handle at all has one answer', async () => {
    await open()
    await given.register('ada')
    const answers = await Promise.all([
      logIn('ada', 'wrong password'),
      logIn('nobody', password),
      logIn('no handle at all!', password),
      logIn('ada', 'short'),
      logIn('a'.repeat(100_000), 'b'.repeat(100_000)),
    ])
    const expected = {
      message: 'The handle or the password is wrong.',
      path: ['logIn'],
      extensions: { code: 'INVALID_CREDENTIALS', retriable: false },
    }
    for (const { errors } of answers) expect(errors).toMatchObject([expected])
  })

  test('does the same work for an unknown handle', async () => {
    await open({ passwordLimits: { running: 1, waiting: 0 } })
    // With one slot and no queue, of many at once only those that need no slot are never turned away.
    for (const handle of ['nobody', 'no handle!']) {
      const results = await Promise.all(Array.from({ length: 15 }, () => logIn(handle, password)))
      expect(new Set(results.flatMap(codes))).toEqual(new Set(['INVALID_CREDENTIALS', 'OVERLOADED']))
    }
  })

  test('in a flood is refused as OVERLOADED beyond the queue, and works again after it', async () => {
    await open({
      passwordLimits: { running: 1, waiting: 2 },
      attemptLimits: { perHandle: 99, perAddress: 99, seconds: 9 },
    })
    await given.register('ada')
    const results = await Promise.all(Array.from({ length: 30 }, () => logIn('ada', password)))
    const refused = results.filter((result) => result.errors)
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThanOrEqual(27)
    for (const { errors } of refused) {
      expect(errors![0]!.extensions).toEqual({ code: 'OVERLOADED', retriable: true, retryAfterMs: expect.any(Number) })
    }
    expect(codes(await logIn('ada', password))).toEqual([])
  })

  test('that is refused for load is no failed attempt', async () => {
    await open({ passwordLimits: { running: 1, waiting: 0 } })
    await given.register('ada')
    for (let round = 0; round < 3; round++) {
      const results = await Promise.all(Array.from({ length: 15 }, () => logIn('ada', 'wrong one')))
      expect(results.flatMap(codes)).toContain('OVERLOADED')
      expect(results.flatMap(codes)).not.toContain('RATE_LIMITED')
    }
    expect(codes(await logIn('ada', password))).toEqual([])
  })

  test('stores the password as Argon2id only, and logs neither it nor a token', async () => {
    await open()
    const session = await given.register('ada')
    await logIn('ada', 'another secret')
    const { tables } = await import('../../../platform/database/index.ts')
    const [row] = await given.database.select().from(tables.users)
    expect(row!.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    const stored = JSON.stringify([row, await given.database.select().from(tables.sessions)])
    for (const secret of [password, session.refreshToken, session.accessToken]) {
      expect(stored).not.toContain(secret)
      expect(given.logs.join()).not.toContain(secret)
    }
  })
})

describe('guessing passwords', () => {
  const attemptLimits = { perHandle: 3, perAddress: 5, seconds: 900 }

  test('of one account is RATE_LIMITED, also from many places and for the right password, and says how long', async () => {
    await open({ attemptLimits })
    await given.register('ada')
    for (let i = 0; i < 3; i++)
      expect(codes(await logIn('ada', `wrong ${i}!`, `203.0.113.${i}`))).toEqual(['INVALID_CREDENTIALS'])
    const { errors } = await logIn('ADA', password, '203.0.113.9')
    expect(errors![0]!.extensions).toEqual({ code: 'RATE_LIMITED', retriable: true, retryAfterMs: expect.any(Number) })
    expect(errors![0]!.extensions!['retryAfterMs']).toBeGreaterThan(800_000)
  })

  test('at once does not pass the limit together', async () => {
    await open({ attemptLimits })
    const results = await Promise.all(Array.from({ length: 10 }, () => logIn('ada', 'wrong one', '203.0.113.1')))
    expect(results.map(codes).filter(([code]) => code === 'INVALID_CREDENTIALS')).toHaveLength(3)
  })

  test('of many accounts from one place is RATE_LIMITED there only; an IPv6 network is one place', async () => {
    await open({ attemptLimits })
    await given.register('ada')
    for (let i = 0; i < 5; i++) await logIn(`someone${i}`, password, `2001:db8:0:1::${i}`)
    expect(codes(await logIn('ada', password, '2001:db8::1:a:b:c:d'))).toEqual(['RATE_LIMITED'])
    expect(codes(await logIn('ada', password, '2001:db8:0:2::1'))).toEqual([])
  })

  test('is forgotten for an account whose owner logs in, and owners are not counted', async () => {
    await open({ attemptLimits })
    await given.register('ada')
    for (let round = 0; round < 4; round++) {
      await logIn('ada', 'wrong one')
      for (let i = 0; i < 3; i++) expect(codes(await logIn('ada', password, '203.0.113.1'))).toEqual([])
    }
  })
})
