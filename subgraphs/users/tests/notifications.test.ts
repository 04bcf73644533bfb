import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { v7 as uuid } from 'uuid'
import type { TopicEvent } from '../../../platform/events/index.ts'
import { until } from '../../../platform/time/until.ts'
import { keepNotifications } from '../domain/notifications/housekeeping.ts'
import { createNotificationDesk } from '../index.ts'
import { as, codes, day } from './given.ts'
import type { Session } from './given.ts'
import { openNotifications, type GivenNotifications } from './givenNotifications.ts'

let given: GivenNotifications
beforeAll(async () => {
  given = await openNotifications()
})
afterAll(() => given.drop())

describe('a notification', () => {
  test('is made once of each subject, however often its event comes, also at once; each time it is told live', async () => {
    const [ada, actorId] = [await given.guest('Ada'), await given.someone()]
    const heard: number[] = []
    await given.pubsub.subscribe(`notifications:${ada.user.id}`, (text) =>
      heard.push((JSON.parse(text) as TopicEvent).rev),
    )
    const [one, two] = [given.occasion(ada, { actorId }), given.occasion(ada, { actorId })]
    await given.desk.notify([one, two, one])
    await given.desk.notify([two, one])
    await Promise.all([given.desk.notify([one]), given.desk.notify([one, two])])
    expect(await given.list(ada)).toMatchObject({ rev: 2, unreadCount: 2, nodes: [{ rev: 2 }, { rev: 1 }] })
    await until(() => heard.length === 7, 'all tellings')
    expect(new Set(heard)).toEqual(new Set([1, 2]))
  })

  test('of many users at once costs the statements of one', async () => {
    const [actorId, users] = [await given.someone(), await Promise.all(Array.from({ length: 40 }, () => given.guest()))]
    const statementsFor = async (some: Session[]) => {
      const before = given.database.statements
      await given.desk.notify(some.map((user) => given.occasion(user, { actorId, subject: `m:${uuid()}` })))
      return given.database.statements - before
    }
    const one = await statementsFor(users.slice(0, 1))
    expect(await statementsFor(users)).toBe(one)
  })

  test('by two workers at once gives each user positions without a hole', async () => {
    const [actorId, users] = [await given.someone(), await Promise.all(Array.from({ length: 6 }, () => given.guest()))]
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        given.desk.notify((n % 2 === 0 ? users : users.toReversed()).map((user) => given.occasion(user, { actorId }))),
      ),
    )
    for (const user of users) {
      const { nodes, rev, unreadCount } = await given.list(user, '(first: 100)')
      expect([rev, unreadCount]).toEqual([12, 12])
      expect(nodes.map((node) => node.rev)).toEqual(Array.from({ length: 12 }, (_, n) => 12 - n))
    }
  })

  test('older than 90 days counts as read and goes; whoever comes from before it is told to read anew', async () => {
    const [ada, actorId] = [await given.guest('Ada'), await given.someone()]
    const { database, pubsub, now } = given
    const ago = (days: number) => () => now() - days * day
    const deskOf = (clock: () => number) =>
      createNotificationDesk({ database, pubsub, logger: given.parts.logger, now: clock })
    const keepHouse = (clock: () => number) => keepNotifications({ database, now: clock, tell: async () => {} })
    await deskOf(ago(91)).notify([given.occasion(ada, { actorId }), given.occasion(ada, { actorId })])
    await keepHouse(ago(2))
    expect(await given.list(ada)).toMatchObject({ unreadCount: 2, rev: 2 })
    await deskOf(ago(89)).notify([given.occasion(ada, { actorId })])
    while (await keepHouse(now));
    expect(await given.list(ada)).toMatchObject({ unreadCount: 1, rev: 4, nodes: [{ rev: 3 }] })
    const open = `query { _openTopic(field: "notificationReceived", topic: "notifications:${ada.user.id}",
      arguments: {}, after: 0, limit: 10) { rev events more } }`
    const { data } = await given.execute(open, as(ada))
    expect(data).toMatchObject({
      _openTopic: { rev: 4, more: false, events: [{ rev: 4, payload: { __typename: 'NotificationsResync' } }] },
    })
  })

  test('log of somebody else is refused', async () => {
    const [ada, eve] = [await given.guest('Ada'), await given.guest('Eve')]
    const open = `query { _openTopic(field: "notificationReceived", topic: "notifications:${ada.user.id}",
      arguments: {}, limit: 10) { rev } }`
    expect(codes(await given.execute(open, as(eve)))).toEqual(['FORBIDDEN'])
  })
})

test('one’s own data shows notifications, settings and push services, without addresses of browsers', async () => {
  const [ada, actorId] = [await given.guest('Ada'), await given.someone()]
  const { endpoint, keys } = await given.browser(ada)
  await given.settle(ada, { quietHours: { start: '22:00', end: '07:30', timeZone: 'UTC' } })
  await given.desk.notify([given.occasion(ada, { actorId })])
  const { data } = await given.execute('{ exportMyData }', as(ada))
  const text = (data as { exportMyData: string }).exportMyData
  expect(JSON.parse(text)).toMatchObject({
    notificationSettings: { quietHours: { start: '22:00', end: '07:30' }, offlineOnly: false },
    notifications: [{ kind: 'MENTION', actorId, readAt: null }],
    pushSubscriptions: [{ pushService: 'https://push.example.com' }],
  })
  for (const secret of [endpoint, keys.auth, keys.p256dh]) expect(text).not.toContain(secret)
})

describe('settings', () => {
  test('begin with everything that is meant for one, change in parts, and refuse hours and zones that are none', async () => {
    const ada = await given.guest('Ada')
    const kinds = ['MENTION', 'EVERYONE', 'REPLY', 'DIRECT_MESSAGE', 'ADDED']
    const { data } = await given.execute(
      '{ notificationSettings { kinds quietHours { start } offlineOnly includeText } }',
      as(ada),
    )
    expect(data).toEqual({
      notificationSettings: { kinds, quietHours: null, offlineOnly: false, includeText: false },
    })
    const quietHours = { start: '22:00', end: '07:00', timeZone: 'Asia/Tokyo' }
    await given.settle(ada, { quietHours })
    expect(await given.settle(ada, { includeText: true, kinds: ['MENTION', 'MENTION'] })).toEqual({
      data: {
        updateNotificationSettings: {
          settings: { kinds: ['MENTION'], quietHours, offlineOnly: false, includeText: true },
        },
      },
    })
    expect((await given.settle(ada, { quietHours: null })).data).toMatchObject({
      updateNotificationSettings: { settings: { quietHours: null, includeText: true } },
    })
    for (const wrong of [
      { ...quietHours, start: '24:00' },
      { ...quietHours, end: '22:00' },
      { ...quietHours, timeZone: 'Mars/Olympus' },
    ]) {
      expect(codes(await given.settle(ada, { quietHours: wrong }))).toEqual(['INVALID_INPUT'])
    }
  })
})
