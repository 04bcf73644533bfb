import { afterEach, describe, expect, test } from '@jest/globals'
import { Unavailable } from '../../../platform/errors.ts'
import { createLogger } from '../../../platform/telemetry/index.ts'
import { createEndings } from '../domain/endings.ts'
import { deleteExpired } from '../store/sessions.ts'
import { codes, day, openInProcess, openUsers, password } from './given.ts'
import type { GivenUsers } from './given.ts'

let given: GivenUsers
afterEach(() => given.drop())

describe('new accounts', () => {
  test('are limited for each address, guests counted, and an upgrade of a guest is none', async () => {
    given = await openUsers({ signUpLimits: { perAddress: 3, seconds: 900 } })
    const from = (address: string) => ({ address })
    const guest = given.session(await given.mutate('continueAsGuest', { name: 'G' }, from('203.0.113.7')))
    const register = (handle: string, more = {}) =>
      given.mutate('register', { name: 'A', handle, password }, { ...from('203.0.113.7'), ...more })
    expect(codes(await register('limit1'))).toEqual([])
    expect(codes(await register('limit2'))).toEqual([])
    const refused = await register('limit3')
    expect(codes(refused)).toEqual(['RATE_LIMITED'])
    expect(refused.errors![0]!.extensions!['retryAfterMs']).toBeGreaterThan(800_000)
    expect(codes(await given.mutate('continueAsGuest', { name: 'G' }, from('203.0.113.7')))).toEqual(['RATE_LIMITED'])
    expect(codes(await register('limit4', { authorization: `Bearer ${guest.accessToken}` }))).toEqual([])
    expect(codes(await given.mutate('continueAsGuest', { name: 'G' }, from('203.0.113.8')))).toEqual([])
  })
})

describe('expired sessions', () => {
  test('are deleted, so many at a time, and those that run stay', async () => {
    given = await openUsers()
    for (let i = 0; i < 5; i++) await given.guest()
    given.pass(15 * day)
    const late = await given.guest()
    given.pass(15 * day)
    expect(await deleteExpired(given.database, given.now(), 3)).toBe(3)
    expect(await deleteExpired(given.database, given.now(), 3)).toBe(2)
    expect(await deleteExpired(given.database, given.now(), 3)).toBe(0)
    expect(codes(await given.refresh(late.refreshToken))).toEqual([])
  })
})

describe('an end that could not be told', () => {
  test('fails no answer, and is told again', async () => {
    given = await openUsers()
    const revocations = await openInProcess()
    let away = true
    const logger = createLogger({ log: { level: 'silent', format: 'json' } })
    const told: string[] = []
    const endings = createEndings({
      revocations: {
        ...revocations,
        generation: 0,
        async revoke(ids) {
          if (away) throw new Unavailable('away')
          told.push(...ids)
        },
      },
      logger,
    })
    await endings.announce(['s1'])
    await endings.repeat()
    expect(told).toEqual([])
    away = false
    await endings.repeat()
    await endings.repeat()
    expect(told).toEqual(['s1'])
  })
})
