import { expect, test } from '@jest/globals'
import { SocketToken } from './socketToken.ts'

/** A session whose tokens and viewer a test sets, and what its socket was told. */
async function given({ knowsViewer = true } = {}) {
  const now: { token: string | null; viewer: string | null } = { token: 'ada 1', viewer: 'ada' }
  const listeners = new Set<() => void>()
  const refused: string[] = []
  const told: string[] = []
  let givenUp = 0
  const token = new SocketToken(
    {
      accessToken: async () => now.token,
      refuse: (given) => void refused.push(given),
      ...(knowsViewer && { viewerId: () => now.viewer }),
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    () => (givenUp += 1),
  )
  expect(await token.credentials()).toEqual({ authorization: 'Bearer ada 1' })
  token.opened(({ authorization }) => void told.push(authorization))
  /** Somebody signs in or out, or a token is renewed. */
  const set = async (next: typeof now) => {
    Object.assign(now, next)
    for (const listener of listeners) listener()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { token, set, told, refused, listeners, givenUp: () => givenUp }
}

test('a renewed token is told in band, once', async () => {
  const { token, set, told, givenUp } = await given()
  for (let n = 0; n < 3; n++) await set({ token: 'ada 2', viewer: 'ada' })
  expect(told).toEqual(['Bearer ada 2'])
  expect(givenUp()).toBe(0)
  token.stop()
})

test.each([
  ['somebody else signs in', { token: 'eve 1', viewer: 'eve' }],
  ['nobody is signed in any more', { token: null, viewer: null }],
])('the socket is given up when %s, and nothing is told on it', async (_when, next) => {
  const { token, set, told, givenUp } = await given()
  await set(next)
  expect(givenUp()).toBe(1)
  expect(token.closed(false)).toBe(true)
  expect(told).toEqual([])
  token.stop()
})

test('also where the source does not say whose tokens they are, once there is none', async () => {
  const { token, set, givenUp } = await given({ knowsViewer: false })
  await set({ token: null, viewer: null })
  expect(givenUp()).toBe(1)
  token.stop()
})

test('a refused token is reported, one that was renewed meanwhile is not', async () => {
  const { token, set, refused } = await given()
  await token.refused()
  expect(refused).toEqual(['ada 1'])
  await set({ token: 'ada 2', viewer: 'ada' })
  expect(token.closed(true)).toBe(false)
  expect(refused).toEqual(['ada 1', 'ada 2'])
  token.stop()
})

test('a session is not listened to for ever', async () => {
  const { token, listeners } = await given()
  token.closed(false)
  token.stop()
  expect(listeners.size).toBe(0)
})

test('a session that never answers fails the socket that waits for it', async () => {
  const never = { accessToken: () => new Promise<string>(() => undefined), refuse: () => undefined }
  const token = new SocketToken(never, () => undefined, 20)
  await expect(token.credentials()).rejects.toMatchObject({ code: 'NETWORK', retriable: true })
  token.stop()
})
