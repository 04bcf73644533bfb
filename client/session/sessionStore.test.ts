import { describe, expect, test } from '@jest/globals'
import { ApiError } from '../errors/apiError.ts'
import { SessionStore } from './sessionStore.ts'
import { sessionKey, type Session } from './storedSession.ts'

const minute = 60_000

/** Tokens named by the number of their renewal. */
const aSession = (number: number, expiresAt: number): Session => ({
  accessToken: `access ${number}`,
  accessTokenExpiresAt: new Date(expiresAt).toISOString(),
  refreshToken: `refresh ${number}`,
  refreshTokenExpiresAt: new Date(expiresAt + 1000 * minute).toISOString(),
  user: { id: 'ada', name: 'Ada', handle: null, isGuest: true },
})

/** A browser with one storage and one lock for all tabs, and a server whose refresh tokens work once. */
function given() {
  const entries = new Map<string, string>()
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  }
  const clock = { now: 0 }
  const renewals: string[] = []
  let queue = Promise.resolve()
  let failure: ApiError | null = null
  let meanwhile = () => {}
  const openTab = () =>
    new SessionStore({
      storage,
      exclusive: (_name, task) => {
        const result = queue.then(task)
        queue = result.then(() => undefined).catch(() => undefined)
        return result
      },
      renew: async (refreshToken) => {
        meanwhile()
        if (failure) throw failure
        if (renewals.includes(refreshToken)) throw new ApiError('UNAUTHENTICATED', 'Used before')
        renewals.push(refreshToken)
        return aSession(renewals.length + 1, clock.now + 15 * minute)
      },
      now: () => clock.now,
    })
  const fail = (error: ApiError | null) => (failure = error)
  /** Happens while the server is asked. */
  const onRenew = (what: () => void) => (meanwhile = what)
  return { openTab, clock, renewals, fail, storage, onRenew }
}

describe('the session', () => {
  test('a good token is used as it is', async () => {
    const { openTab, renewals } = given()
    const tab = openTab()
    tab.set(aSession(1, 15 * minute))
    expect(await tab.accessToken()).toBe('access 1')
    expect(renewals).toEqual([])
  })

  test('a changed profile is shown at once, here and in other tabs, and the tokens stay', async () => {
    const { openTab, clock } = given()
    const [tab, other] = [openTab(), openTab()]
    tab.set(aSession(1, 15 * minute))
    clock.now = 5 * minute
    tab.setUser({ id: 'ada', name: 'Ada L.', handle: 'ada', isGuest: false })
    other.onStorage({ key: sessionKey })
    expect([tab.current()?.user.name, other.current()?.user.name]).toEqual(['Ada L.', 'Ada L.'])
    expect(await other.accessToken()).toBe('access 1')
    tab.setUser({ id: 'bea', name: 'Bea', handle: 'bea', isGuest: false })
    expect(tab.current()?.user.name).toBe('Ada L.')
  })

  test('a token near its end is renewed once, however many ask at the same time', async () => {
    const { openTab, clock, renewals } = given()
    const tab = openTab()
    tab.set(aSession(1, 15 * minute))
    clock.now = 15 * minute - 5_000
    const tokens = await Promise.all([tab.accessToken(), tab.accessToken(), tab.accessToken()])
    expect(tokens).toEqual(['access 2', 'access 2', 'access 2'])
    expect(renewals).toEqual(['refresh 1'])
  })

  test('tabs that renew at the same time use the refresh token once, and both are signed in', async () => {
    const { openTab, clock, renewals } = given()
    const first = openTab()
    first.set(aSession(1, 15 * minute))
    const second = openTab()
    clock.now = 16 * minute
    expect(await Promise.all([first.accessToken(), second.accessToken()])).toEqual(['access 2', 'access 2'])
    expect(renewals).toEqual(['refresh 1'])
  })

  test('a token that the server refused is renewed though its time is not up', async () => {
    const { openTab } = given()
    const tab = openTab()
    tab.set(aSession(1, 15 * minute))
    tab.refuse('access 1')
    expect(await tab.accessToken()).toBe('access 2')
  })

  test('a token that is short-lived is used for most of its life', async () => {
    const { openTab, clock } = given()
    const tab = openTab()
    tab.set(aSession(1, 8_000))
    clock.now = 5_000
    expect(await tab.accessToken()).toBe('access 1')
    clock.now = 6_500
    expect(await tab.accessToken()).toBe('access 2')
  })

  test('a clock that is far ahead does not renew with each request', async () => {
    const { openTab, clock, renewals } = given()
    clock.now = 60 * minute
    const tab = openTab()
    tab.set(aSession(1, 15 * minute))
    expect(await tab.accessToken()).toBe('access 1')
    tab.refuse('access 1')
    expect(await tab.accessToken()).toBe('access 2')
    expect(renewals).toHaveLength(1)
  })

  test('a lost connection or a fault of the server does not sign out', async () => {
    const { openTab, clock, fail } = given()
    const tab = openTab()
    tab.set(aSession(1, 15 * minute))
    clock.now = 16 * minute
    for (const error of [ApiError.network(), new ApiError('INTERNAL', 'A fault')]) {
      fail(error)
      await expect(tab.accessToken()).rejects.toBe(error)
    }
    fail(null)
    expect(await tab.accessToken()).toBe('access 2')
  })

  test('a refused refresh token signs out, here and in storage', async () => {
    const { openTab, clock, fail, storage } = given()
    const tab = openTab()
    tab.set(aSession(1, 15 * minute))
    clock.now = 16 * minute
    fail(new ApiError('UNAUTHENTICATED', 'Ended'))
    await expect(tab.accessToken()).rejects.toThrow('Ended')
    expect(tab.current()).toBeNull()
    expect(storage.getItem(sessionKey)).toBeNull()
  })

  test('signing out in one tab signs out the others', () => {
    const { openTab } = given()
    const first = openTab()
    first.set(aSession(1, 15 * minute))
    const second = openTab()
    first.set(null)
    second.onStorage({ key: sessionKey })
    expect(second.current()).toBeNull()
  })

  test('what is stored but is no session counts as none', () => {
    const { openTab, storage } = given()
    for (const value of ['{', '7', 'null', '{"user":{}}']) {
      storage.setItem(sessionKey, value)
      expect(openTab().current()).toBeNull()
    }
  })
})

describe('a device whose clock is wrong', () => {
  /** A token that says when it was made, by the server's clock. */
  const madeAt = (now: number): string => `header.${btoa(JSON.stringify({ iat: now / 1000 }))}.signature`

  test.each([-60, 60])('by %d minutes renews in time all the same', async (minutes) => {
    const { openTab, clock, renewals } = given()
    const server = 100 * minute
    clock.now = server + minutes * minute
    const tab = openTab()
    tab.set({ ...aSession(1, server + 15 * minute), accessToken: madeAt(server) })
    clock.now += 14 * minute
    await tab.accessToken()
    expect(renewals).toEqual([])
    clock.now += minute
    await tab.accessToken()
    expect(renewals).toEqual(['refresh 1'])
  })
})

describe('who signs out while the server is asked for new tokens,', () => {
  const other: Session = { ...aSession(7, 15 * minute), user: { id: 'eve', name: 'Eve', handle: null, isGuest: true } }

  test.each([
    ['nobody, stays signed out', null],
    ['somebody else, who stays signed in', other],
  ])('leaving %s', async (_text, next) => {
    const { openTab, clock, onRenew } = given()
    const tab = openTab()
    tab.set(aSession(1, 15 * minute))
    clock.now = 15 * minute
    onRenew(() => tab.set(next))
    await expect(tab.accessToken()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(tab.viewerId()).toBe(next?.user.id ?? null)
    expect(openTab().viewerId()).toBe(next?.user.id ?? null)
  })

  test('in another tab, stays signed out', async () => {
    const { openTab, clock, storage, onRenew } = given()
    const tab = openTab()
    tab.set(aSession(1, 15 * minute))
    clock.now = 15 * minute
    onRenew(() => storage.removeItem(sessionKey))
    await expect(tab.accessToken()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(openTab().viewerId()).toBeNull()
  })
})
