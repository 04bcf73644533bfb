import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { tables } from '../../../platform/database/index.ts'
import { createNotificationDesk, createUsersSubgraph } from '../index.ts'
import { as, codes, minute } from './given.ts'
import { browserKeys, openNotifications, type GivenNotifications } from './givenNotifications.ts'

let given: GivenNotifications
beforeAll(async () => {
  given = await openNotifications()
})
afterAll(() => given.drop())

describe('push messages', () => {
  test('wait for the user’s browsers; while the user is online only where they do not mind', async () => {
    const [ada, actorId] = [await given.guest('Ada'), await given.someone()]
    await given.browser(ada)
    given.online.add(ada.user.id)
    await given.desk.notify([given.occasion(ada, { actorId })])
    expect(await given.pushesOf(ada)).toHaveLength(1)
    await given.settle(ada, { offlineOnly: true })
    await given.desk.notify([given.occasion(ada, { actorId })])
    expect(await given.pushesOf(ada)).toHaveLength(1)
    given.online.clear()
    await given.desk.notify([given.occasion(ada, { actorId })])
    expect(await given.pushesOf(ada)).toHaveLength(2)
  })

  test('that a worker took and died with are taken by another; what was read meanwhile is taken by none', async () => {
    const [ada, actorId] = [await given.guest('Ada'), await given.someone()]
    await given.database.delete(tables.pushQueue)
    const { endpoint } = await given.browser(ada)
    await given.desk.notify([given.occasion(ada, { actorId }), given.occasion(ada, { actorId })])
    const taken = await given.desk.pushes.take(10)
    expect(taken).toMatchObject([{ subscription: { endpoint } }, { subscription: { endpoint } }])
    expect(await given.desk.pushes.take(10)).toEqual([])
    await given.desk.pushes.done(taken[0]!)
    given.pass(2 * minute)
    const [again, ...rest] = await given.desk.pushes.take(10)
    expect([again?.queued.id, again?.queued.attempts, rest]).toEqual([taken[1]!.queued.id, 2, []])
    await given.desk.pushes.later(again!, given.now() + minute)
    expect(await given.desk.pushes.take(10)).toEqual([])
    await given.execute('mutation { markNotificationsRead(input: { all: true }) { unreadCount } }', as(ada))
    given.pass(minute)
    expect(await given.desk.pushes.take(10)).toEqual([])
    expect(await given.desk.pushes.next()).toBeNull()
  })

  test('are signed with one pair of keys, whichever process needs it first', async () => {
    const { database, pubsub, parts } = given
    const desks = Array.from({ length: 5 }, () => createNotificationDesk({ database, pubsub, logger: parts.logger }))
    const keys = await Promise.all(desks.map((one) => one.vapidKeys()))
    expect(new Set(keys.map(({ publicKey }) => publicKey)).size).toBe(1)
    const { data } = await given.execute('{ vapidPublicKey }', as(await given.guest()))
    expect(data).toEqual({ vapidPublicKey: keys[0]!.publicKey })
  })

  test('go to no address inside, unless the operator runs push services there', async () => {
    const strict = await createUsersSubgraph({ ...given.parts, notifications: { pubsub: given.pubsub } })
    const ada = await given.guest('Ada')
    const keys = browserKeys()
    const register = (endpoint: string) =>
      strict.subgraph.execute({
        query:
          'mutation ($input: RegisterPushSubscriptionInput!) { registerPushSubscription(input: $input) { subscription { id } } }',
        ...as(ada),
        variables: { input: { endpoint, keys } },
      })
    for (const inside of [
      ...[
        'http://push.example.com/a',
        'https://127.0.0.1/a',
        'https://[::1]/a',
        'https://localhost/a',
        'https://0x7f.1/a',
      ],
      ...['https://10.0.0.1/a', 'https://169.254.169.254/latest/meta-data', 'https://push.example.com:6379/a'],
      ...[
        'https://user:secret@push.example.com/a',
        'ftp://push.example.com/a',
        'nonsense',
        `https://p.example.com/${'a'.repeat(1_000)}`,
      ],
    ]) {
      expect([inside, codes(await register(inside))]).toEqual([inside, ['INVALID_INPUT']])
    }
    expect(codes(await register('https://push.example.com/a'))).toEqual([])
    await strict.subgraph.close()
  })
})
