import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createECDH, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import type { TopicEvent } from '../../../platform/events/index.ts'
import { until } from '../../../platform/time/until.ts'
import { keepNotifications } from '../domain/notifications/housekeeping.ts'
import { createNotificationDesk, createUsersSubgraph } from '../index.ts'
import type { NotificationDesk } from '../index.ts'
import { as, codes, day, minute, openUsers } from './given.ts'
import type { GivenUsers, Session } from './given.ts'

let given: GivenUsers
let desk: NotificationDesk
let online: Set<string>
beforeAll(async () => {
  given = await openUsers()
  const { database, pubsub, now, parts } = given
  const presence = { online: async (ids: readonly string[]) => new Set(ids.filter((id) => online.has(id))) }
  desk = createNotificationDesk({ database, pubsub, presence, logger: parts.logger, now })
})
beforeEach(() => void (online = new Set()))
afterAll(() => given.drop())

const occasion = ({ user }: Session, more: { subject?: string; actorId?: string } = {}) => ({
  ...{ userId: user.id, kinds: ['MENTION'] as const, subject: `m:${uuid()}`, conversationId: uuid() },
  ...{ message: { id: uuid(), seq: 1 }, actorId: uuid(), at: given.now(), ...more },
})
const someone = async () => (await given.guest('Somebody')).user.id

const list = async (session: Session, args = '') => {
  const query = `{ notifications${args} { rev unreadCount edges { node { id rev kind silent actor { name } } } } }`
  const { data, errors } = await given.execute(query, as(session))
  if (errors) throw new Error(JSON.stringify(errors))
  type Page = { rev: number; unreadCount: number; edges: { node: { id: string; rev: number; silent: boolean } }[] }
  const { edges, ...rest } = (data as { notifications: Page }).notifications
  return { ...rest, nodes: edges.map(({ node }) => node) }
}
const settle = (session: Session, input: object) =>
  given.execute(
    `mutation ($input: UpdateNotificationSettingsInput!) { updateNotificationSettings(input: $input) {
      settings { kinds quietHours { start end timeZone } offlineOnly includeText } } }`,
    { ...as(session), variables: { input } },
  )
const browser = async (session: Session) => {
  const keys = {
    p256dh: createECDH('prime256v1').generateKeys().toString('base64url'),
    auth: randomBytes(16).toString('base64url'),
  }
  const input = { endpoint: `https://push.example.com/${uuid()}`, keys }
  const query =
    'mutation ($input: RegisterPushSubscriptionInput!) { registerPushSubscription(input: $input) { subscription { id } } }'
  const result = await given.execute(query, { ...as(session), variables: { input } })
  if (result.errors) throw new Error(JSON.stringify(result.errors))
  return input
}
const pushesOf = async ({ user }: Session) =>
  given.database.select().from(tables.pushQueue).where(eq(tables.pushQueue.userId, user.id))

describe('a notification', () => {
  test('is made once of each subject, however often its event comes, also at once; each time it is told live', async () => {
    const [ada, actorId] = [await given.guest('Ada'), await someone()]
    const heard: number[] = []
    await given.pubsub.subscribe(`notifications:${ada.user.id}`, (text) =>
      heard.push((JSON.parse(text) as TopicEvent).rev),
    )
    const [one, two] = [occasion(ada, { actorId }), occasion(ada, { actorId })]
    await desk.notify([one, two, one])
    await desk.notify([two, one])
    await Promise.all([desk.notify([one]), desk.notify([one, two])])
    expect(await list(ada)).toMatchObject({ rev: 2, unreadCount: 2, nodes: [{ rev: 2 }, { rev: 1 }] })
    await until('all tellings', () => heard.length === 7)
    expect(new Set(heard)).toEqual(new Set([1, 2]))
  })

  test('of many users at once costs the statements of one', async () => {
    const [actorId, users] = [await someone(), await Promise.all(Array.from({ length: 40 }, () => given.guest()))]
    const statementsFor = async (some: Session[]) => {
      const before = given.database.statements
      await desk.notify(some.map((user) => occasion(user, { actorId, subject: `m:${uuid()}` })))
      return given.database.statements - before
    }
    const one = await statementsFor(users.slice(0, 1))
    expect(await statementsFor(users)).toBe(one)
  })

  test('by two workers at once gives each user positions without a hole', async () => {
    const [actorId, users] = [await someone(), await Promise.all(Array.from({ length: 6 }, () => given.guest()))]
    await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        desk.notify((n % 2 === 0 ? users : users.toReversed()).map((user) => occasion(user, { actorId }))),
      ),
    )
    for (const user of users) {
      const { nodes, rev, unreadCount } = await list(user, '(first: 100)')
      expect([rev, unreadCount]).toEqual([12, 12])
      expect(nodes.map((node) => node.rev)).toEqual(Array.from({ length: 12 }, (_, n) => 12 - n))
    }
  })

  test('older than 90 days counts as read and goes; whoever comes from before it is told to read anew', async () => {
    const [ada, actorId] = [await given.guest('Ada'), await someone()]
    const { database, pubsub, now } = given
    const ago = (days: number) => () => now() - days * day
    const deskOf = (clock: () => number) =>
      createNotificationDesk({ database, pubsub, logger: given.parts.logger, now: clock })
    const keepHouse = (clock: () => number) => keepNotifications({ database, now: clock, tell: async () => {} })
    await deskOf(ago(91)).notify([occasion(ada, { actorId }), occasion(ada, { actorId })])
    await keepHouse(ago(2))
    expect(await list(ada)).toMatchObject({ unreadCount: 2, rev: 2 })
    await deskOf(ago(89)).notify([occasion(ada, { actorId })])
    while (await keepHouse(now));
    expect(await list(ada)).toMatchObject({ unreadCount: 1, rev: 4, nodes: [{ rev: 3 }] })
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
    await settle(ada, { quietHours })
    expect(await settle(ada, { includeText: true, kinds: ['MENTION', 'MENTION'] })).toEqual({
      data: {
        updateNotificationSettings: {
          settings: { kinds: ['MENTION'], quietHours, offlineOnly: false, includeText: true },
        },
      },
    })
    expect((await settle(ada, { quietHours: null })).data).toMatchObject({
      updateNotificationSettings: { settings: { quietHours: null, includeText: true } },
    })
    for (const wrong of [
      { ...quietHours, start: '24:00' },
      { ...quietHours, end: '22:00' },
      { ...quietHours, timeZone: 'Mars/Olympus' },
    ]) {
      expect(codes(await settle(ada, { quietHours: wrong }))).toEqual(['INVALID_INPUT'])
    }
  })
})

describe('push messages', () => {
  test('wait for the user’s browsers; while the user is online only where they do not mind', async () => {
    const [ada, actorId] = [await given.guest('Ada'), await someone()]
    await browser(ada)
    online.add(ada.user.id)
    await desk.notify([occasion(ada, { actorId })])
    expect(await pushesOf(ada)).toHaveLength(1)
    await settle(ada, { offlineOnly: true })
    await desk.notify([occasion(ada, { actorId })])
    expect(await pushesOf(ada)).toHaveLength(1)
    online.clear()
    await desk.notify([occasion(ada, { actorId })])
    expect(await pushesOf(ada)).toHaveLength(2)
  })

  test('that a worker took and died with are taken by another; what was read meanwhile is taken by none', async () => {
    const [ada, actorId] = [await given.guest('Ada'), await someone()]
    await given.database.delete(tables.pushQueue)
    const { endpoint } = await browser(ada)
    await desk.notify([occasion(ada, { actorId }), occasion(ada, { actorId })])
    const taken = await desk.pushes.take(10)
    expect(taken).toMatchObject([{ subscription: { endpoint } }, { subscription: { endpoint } }])
    expect(await desk.pushes.take(10)).toEqual([])
    await desk.pushes.done(taken[0]!)
    given.pass(2 * minute)
    const [again, ...rest] = await desk.pushes.take(10)
    expect([again?.queued.id, again?.queued.attempts, rest]).toEqual([taken[1]!.queued.id, 2, []])
    await desk.pushes.later(again!, given.now() + minute)
    expect(await desk.pushes.take(10)).toEqual([])
    await given.execute('mutation { markNotificationsRead(input: { all: true }) { unreadCount } }', as(ada))
    given.pass(minute)
    expect(await desk.pushes.take(10)).toEqual([])
    expect(await desk.pushes.next()).toBeNull()
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
    const keys = {
      p256dh: createECDH('prime256v1').generateKeys().toString('base64url'),
      auth: randomBytes(16).toString('base64url'),
    }
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
