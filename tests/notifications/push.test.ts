import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { tables } from '../../platform/database/index.ts'
import { onlineAmong } from '../../platform/presence/index.ts'
import { Person } from '../harness/person.ts'
import { PushReceiver } from '../harness/pushReceiver.ts'
import { TestSystem } from '../harness/system.ts'
import { until } from '../../platform/time/until.ts'
import { directly, mutate, say, settings, told, withBrowser } from './given.ts'

let system: TestSystem
let receiver: PushReceiver
beforeAll(async () => {
  receiver = await PushReceiver.start()
  system = await TestSystem.start({ PARLEY_PUSH_ENDPOINTS: 'any', PARLEY_VAPID_SUBJECT: 'mailto:admin@example.com' })
})
afterAll(async () => {
  await system.stop()
  await receiver.close()
})
afterEach(() => expect(receiver.refused).toEqual([]))

const people = (...names: string[]) => Promise.all(names.map((name) => Person.guest(system, name)))
const arrived = (browser: { endpoint: string }, count: number) =>
  until(
    () => receiver.of(browser).length >= count,
    () => `${receiver.of(browser).length} of ${count} push messages came`,
  )
const queued = () => system.databases.users.select().from(tables.pushQueue)
const browsersOf = async (person: Person) =>
  (await person.get('{ pushSubscriptions { endpoint current } }')).pushSubscriptions

describe('a push message', () => {
  test('is encrypted for its browser, signed with the published key, and says who wrote what only with leave', async () => {
    const [ada, bob] = await people('Ada Secretly', 'Bob')
    const group = await ada!.startGroup('The hidden title', [bob!])
    await told(bob!, 1)
    const browser = await withBrowser(bob!, receiver)
    const sent = await say(ada!, group, 'the words themselves', { mentions: [bob!.id] })
    await arrived(browser, 1)
    const [push] = receiver.of(browser)
    const { id } = (await told(bob!, 2))[0]!
    expect(push!.message).toEqual({
      ...{ version: 1, id, kind: 'MENTION', conversationId: group, messageId: sent.id, messageSeq: sent.seq },
      ...{ at: expect.any(String), unreadCount: 2 },
    })
    const { vapidPublicKey } = await bob!.get('{ vapidPublicKey }')
    expect(push).toMatchObject({
      vapidKey: vapidPublicKey,
      claims: { aud: receiver.origin, sub: 'mailto:admin@example.com' },
      headers: { urgency: 'high', 'content-encoding': 'aes128gcm' },
    })
    expect(Number(push!.headers.ttl)).toBeGreaterThan(80_000)

    await settings(bob!, { includeText: true })
    await say(ada!, group, `word ${'x'.repeat(5_000)}`, { mentions: [bob!.id] })
    await arrived(browser, 2)
    const { message } = receiver.of(browser)[1]!
    expect(message).toMatchObject({ sender: 'Ada Secretly', title: 'The hidden title' })
    expect(message['text']).toMatch(/^word x{194}…$/)
    await say(ada!, group, 'gone in a minute', { mentions: [bob!.id], expireAfterSeconds: 60 })
    await arrived(browser, 3)
    expect(receiver.of(browser)[2]!.message).toMatchObject({ sender: 'Ada Secretly', text: null })
  })

  test('that a push service cannot take now is sent again; one for a browser that is gone takes the browser away', async () => {
    const [ada, bob] = await people('Ada', 'Bob')
    const direct = await directly(ada!, bob!)
    const browser = await withBrowser(bob!, receiver)
    receiver.replies.push({ status: 503 }, { status: 429, retryAfter: '1' })
    await say(ada!, direct, 'patience')
    await arrived(browser, 1)
    expect(receiver.replies).toEqual([])
    receiver.replies.push({ status: 410 })
    await say(ada!, direct, 'anyone?')
    await until(async () => (await browsersOf(bob!)).length === 0, 'the browser stays')
    await say(ada!, direct, 'nobody')
    await told(bob!, 3)
    expect((await queued()).filter(({ userId }) => userId === bob!.id)).toEqual([])
    expect(receiver.of(browser)).toHaveLength(1)
  })

  test('goes to each of the user’s browsers, and to none whose session has ended', async () => {
    const [ada, bob] = await people('Ada', 'Bob')
    const handle = `bob_${bob!.id.slice(-12)}`
    const password = 'correct horse'
    await bob!.get(`mutation ($input: RegisterInput!) { register(input: $input) { session { accessToken } } }`, {
      input: { name: 'Bob', handle, password },
    })
    const session = await mutate(bob!, 'logIn', { handle, password }, 'session { accessToken refreshToken }')
    const elsewhere = bob!.at(system)
    elsewhere.accessToken = session.session.accessToken
    const [here, there] = [await withBrowser(bob!, receiver), await withBrowser(elsewhere, receiver)]
    const direct = await directly(ada!, bob!)
    await say(ada!, direct, 'both')
    await Promise.all([arrived(here, 1), arrived(there, 1)])
    expect(await browsersOf(bob!)).toEqual([
      { endpoint: here.endpoint, current: true },
      { endpoint: there.endpoint, current: false },
    ])
    await elsewhere.get('mutation { logOut { sessionId } }')
    await say(ada!, direct, 'one')
    await arrived(here, 2)
    expect(receiver.of(there)).toHaveLength(1)
    expect(await browsersOf(bob!)).toHaveLength(1)
  })

  test('is not sent in do-not-disturb hours, nor to a browser that somebody else has signed in at', async () => {
    const [ada, bob, eve] = await people('Ada', 'Bob', 'Eve')
    const [direct, other] = [await directly(ada!, bob!), await directly(ada!, eve!)]
    const browser = await withBrowser(bob!, receiver)
    const clock = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16)
    await settings(bob!, { quietHours: { start: clock(-60), end: clock(60), timeZone: 'UTC' } })
    await say(ada!, direct, 'at night')
    await told(bob!, 1)
    await mutate(eve!, 'registerPushSubscription', { ...browser }, 'subscription { current }')
    await settings(bob!, { quietHours: null })
    await say(ada!, direct, 'in the morning')
    await told(bob!, 2)
    await say(ada!, other, 'hello Eve')
    await arrived(browser, 1)
    expect(receiver.of(browser).map(({ message }) => message['conversationId'])).toEqual([other])
  })
})

test('who wants push messages only while offline gets none while a device of theirs is connected', async () => {
  const [ada, bob] = await people('Ada', 'Bob')
  const direct = await directly(ada!, bob!)
  const browser = await withBrowser(bob!, receiver)
  await settings(bob!, { offlineOnly: true })
  const kv = await system.parts.foundation.kv()
  const isOnline = async () => (await onlineAmong(kv, [bob!.id])).has(bob!.id)
  const listener = await bob!.listen(direct, { after: 0 })
  await until(isOnline, 'Bob is not online')
  await say(ada!, direct, 'here')
  await told(bob!, 1)
  await listener.close()
  await until(async () => !(await isOnline()), 'Bob is still online')
  await say(ada!, direct, 'away')
  await arrived(browser, 1)
  expect(receiver.of(browser).map(({ message }) => message['messageSeq'])).toEqual([2])
})

describe('registering a browser', () => {
  const register =
    'mutation ($input: RegisterPushSubscriptionInput!) { registerPushSubscription(input: $input) { subscription { id } } }'

  test('takes ten, each once, and refuses the eleventh and keys that are none', async () => {
    const [bob] = await people('Bob')
    const browsers = await Promise.all(Array.from({ length: 10 }, () => withBrowser(bob!, receiver)))
    await mutate(bob!, 'registerPushSubscription', { ...browsers[0]! }, 'subscription { id }')
    const another = receiver.browser()
    expect(await bob!.refusal(register, { input: another })).toBe('LIMIT_EXCEEDED')
    await mutate(bob!, 'removePushSubscription', { endpoint: browsers[3]!.endpoint }, 'endpoint')
    expect(await bob!.refusal(register, { input: another })).toBeUndefined()
    const keys = another.keys
    for (const wrong of [
      { ...keys, p256dh: Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url') },
      { ...keys, p256dh: keys.auth },
      { ...keys, auth: keys.p256dh },
      { ...keys, auth: '' },
      { ...keys, auth: 'ü'.repeat(16) },
    ]) {
      expect(await bob!.refusal(register, { input: { ...another, keys: wrong } })).toBe('INVALID_INPUT')
    }
    expect(await bob!.refusal(register, { input: { ...another, endpoint: 'javascript:alert(1)' } })).toBe(
      'INVALID_INPUT',
    )
  })
})
