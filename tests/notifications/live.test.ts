import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createClient, type Client } from 'graphql-ws'
import WebSocket from 'ws'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { until } from '../../platform/time/until.ts'
import { directly, mutate, page, say, told } from './given.ts'

interface Change {
  __typename: string
  rev: number
  unreadCount: number
  notification?: { id: string; rev: number; kind: string; actor: { name: string } }
  notificationIds?: string[] | null
  conversation?: { id: string } | null
  upToRev?: number
}

const SUBSCRIPTION = `subscription ($after: Int) { notificationReceived(after: $after) {
  __typename rev at unreadCount
  ... on NotificationReceived { notification { id rev kind readAt conversation { id } actor { name } } }
  ... on NotificationsRead { notificationIds conversation { id } upToRev } } }`

let system: TestSystem
const clients = new Set<Client>()
beforeAll(async () => {
  system = await TestSystem.start()
})
afterAll(async () => {
  for (const client of clients) await client.dispose()
  await system.stop()
})

const people = (...names: string[]) => Promise.all(names.map((name) => Person.guest(system, name)))

function follow(person: Person, after: number | null) {
  const changes: Change[] = []
  const errors: unknown[] = []
  const client = createClient({
    url: `${system.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: () => ({ authorization: `Bearer ${person.accessToken}` }),
  })
  clients.add(client)
  client.subscribe<{ notificationReceived: Change }>(
    { query: SUBSCRIPTION, variables: { after } },
    {
      next: ({ data }) => void (data && changes.push(data.notificationReceived)),
      error: (error) => void errors.push(...(Array.isArray(error) ? error : [error])),
      complete: () => {},
    },
  )
  const seen = (rev: number) =>
    until(
      () => changes.at(-1)?.rev === rev,
      () => `waited for ${rev}, saw ${JSON.stringify(changes)} ${JSON.stringify(errors)}`,
    )
  return { changes, errors, seen, end: () => client.dispose() }
}

const read = (person: Person, input: object) =>
  mutate(person, 'markNotificationsRead', input as Record<string, unknown>, 'unreadCount')

/** What a client knows: which notifications there are, and which are unread. */
type State = Map<number, { id: string; conversation: string; unread: boolean }>
const stateOf = ({ told }: Awaited<ReturnType<typeof page>>): State =>
  new Map(
    told
      .toReversed()
      .map(({ rev, id, conversation, readAt }) => [
        rev,
        { id, conversation: conversation!.id, unread: readAt === null },
      ]),
  )
function apply(state: State, change: Change) {
  if (change.notification) {
    const { rev, id } = change.notification
    state.set(rev, {
      id,
      conversation: (change.notification as never as { conversation: { id: string } }).conversation.id,
      unread: true,
    })
  } else {
    for (const [rev, one] of state) {
      const named = !change.notificationIds || change.notificationIds.includes(one.id)
      const there = !change.conversation || change.conversation.id === one.conversation
      if (rev <= change.upToRev! && named && there) one.unread = false
    }
  }
}

describe('the live list', () => {
  test('brings what comes in and what is read, also on another device, and goes on without a gap after an absence', async () => {
    const [ada, bob] = await people('Ada', 'Bob')
    const direct = await directly(ada!, bob!)
    const first = follow(bob!, 0)
    await say(ada!, direct, 'one')
    await first.seen(1)
    expect(first.changes[0]).toMatchObject({
      ...{ __typename: 'NotificationReceived', unreadCount: 1 },
      notification: { kind: 'DIRECT_MESSAGE', rev: 1, readAt: null, actor: { name: 'Ada' } },
    })
    await first.end()
    for (const text of ['two', 'three']) await say(ada!, direct, text)
    const all = await told(bob!, 3)
    expect(await read(bob!, { notificationIds: [all[0]!.id, all[2]!.id] })).toEqual({ unreadCount: 1 })
    const again = follow(bob!, 1)
    await again.seen(4)
    expect(again.changes.map(({ __typename, rev, unreadCount }) => [__typename, rev, unreadCount])).toEqual([
      ['NotificationReceived', 2, 2],
      ['NotificationReceived', 3, 3],
      ['NotificationsRead', 4, 1],
    ])
    expect(await read(bob!, { all: true, upToRev: 2 })).toEqual({ unreadCount: 0 })
    expect(await read(bob!, { all: true })).toEqual({ unreadCount: 0 })
    await again.seen(5)
    expect(await page(bob!, '(unreadOnly: true)')).toMatchObject({ told: [], unreadCount: 0, rev: 5 })
    expect(again.errors).toEqual([])
  })

  test('is refused to nobody signed in, and from a position that is ahead or negative', async () => {
    const [bob] = await people('Bob')
    for (const after of [1, -1]) {
      const stream = follow(bob!, after)
      await until(
        () => stream.errors.length > 0,
        () => `saw ${JSON.stringify(stream.changes)}`,
      )
      expect(stream.errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }])
    }
  })

  test('a list with the changes after it equals the list as it is, whatever happens in which order', async () => {
    const [ada, eve, bob] = await people('Ada', 'Eve', 'Bob')
    const places = [await directly(ada!, bob!), await directly(eve!, bob!)]
    const step = fc.oneof(
      fc.record({ say: fc.integer({ min: 0, max: 1 }) }),
      fc.record({ read: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }) }),
      fc.record({ readPlace: fc.integer({ min: 0, max: 1 }) }),
      fc.record({ readUpTo: fc.integer({ min: 0, max: 8 }) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const begin = await page(bob!)
        const stream = follow(bob!, begin.rev)
        const state = stateOf(begin)
        let count = begin.told.length
        for (const one of steps) {
          const now = await page(bob!)
          if ('say' in one) {
            await say([ada!, eve!][one.say]!, places[one.say]!, 'x')
            await told(bob!, (count = Math.min(100, count + 1)))
          } else if ('read' in one) {
            const ids = one.read.flatMap((n) => now.told[n]?.id ?? [])
            if (ids.length > 0) await read(bob!, { notificationIds: ids })
          } else if ('readPlace' in one) await read(bob!, { conversationId: places[one.readPlace] })
          else await read(bob!, { all: true, upToRev: Math.max(0, now.rev - one.readUpTo) })
        }
        const end = await page(bob!)
        if (end.rev > begin.rev) await stream.seen(end.rev)
        await stream.end()
        expect(stream.changes.map(({ rev }) => rev)).toEqual(
          Array.from({ length: end.rev - begin.rev }, (_, n) => begin.rev + 1 + n),
        )
        for (const change of stream.changes) apply(state, change)
        expect(state).toEqual(stateOf(end))
        expect(end.unreadCount).toBe([...state.values()].filter(({ unread }) => unread).length)
        expect(stream.changes.at(-1)?.unreadCount ?? end.unreadCount).toBe(end.unreadCount)
      }),
      { numRuns: 8 },
    )
  })
})

describe('the list', () => {
  test('is paged newest first, and a page costs the same statements whatever its size', async () => {
    const [ada, bob] = await people('Ada', 'Bob')
    const direct = await directly(ada!, bob!)
    for (let n = 0; n < 25; n++) await say(ada!, direct, `${n}`)
    await told(bob!, 25)
    const first = await page(bob!, '(first: 10)')
    const second = await page(bob!, `(first: 10, after: "${first.pageInfo.endCursor}")`)
    const third = await page(bob!, `(first: 10, after: "${second.pageInfo.endCursor}")`)
    expect([first, second, third].flatMap(({ told }) => told.map(({ rev }) => rev))).toEqual(
      Array.from({ length: 25 }, (_, n) => 25 - n),
    )
    expect(third.pageInfo.hasNextPage).toBe(false)
    const statementsFor = async (size: number) => {
      const before = system.statements
      await page(bob!, `(first: ${size})`)
      return system.statements - before
    }
    const few = await statementsFor(2)
    // The workers look at their queues now and then.
    expect(await statementsFor(25)).toBeLessThanOrEqual(few + 4)
  })

  test('shows a tombstone where a message was deleted, and nothing of its text is kept', async () => {
    const [ada, bob] = await people('Ada', 'Bob')
    const direct = await directly(ada!, bob!)
    const { id } = await say(ada!, direct, 'the secret')
    expect(await told(bob!, 1)).toMatchObject([{ message: { text: 'the secret' } }])
    await mutate(ada!, 'deleteMessage', { messageId: id }, 'message { id }')
    expect((await page(bob!)).told).toMatchObject([{ message: { text: '' } }])
  })

  test('needs somebody signed in, and one way of saying what was read', async () => {
    const [bob] = await people('Bob')
    const anonymous = await system.graphql('{ notifications { rev } }')
    expect(anonymous.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
    const mark =
      'mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { unreadCount } }'
    const ids = Array.from({ length: 101 }, () => bob!.id)
    for (const input of [
      {},
      { all: true, conversationId: bob!.id },
      { notificationIds: ids },
      { all: true, upToRev: -1 },
    ]) {
      expect(await bob!.refusal(mark, { input })).toBe('INVALID_INPUT')
    }
    for (const input of [{ notificationIds: [] }, { notificationIds: ['x'] }, { conversationId: 'x' }]) {
      expect(await bob!.get(mark, { input })).toEqual({ markNotificationsRead: { unreadCount: 0 } })
    }
  })
})
