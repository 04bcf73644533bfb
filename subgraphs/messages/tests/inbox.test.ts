import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import type { BundleTopic } from '../../../platform/subgraph/index.ts'
import { appendToInboxes, positionIn, positionInAll } from '../../../platform/timeline/index.ts'
import { dataOf, refusalOf, send, type Opening } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

const aViewer = async (): Promise<User> => (await world.users(1))[0]!
const say = (user: User, conversationId: string) =>
  send(world, user, { conversationId, clientMessageId: uuid(), text: 'hello' })
const noted = (user: User, conversationId: string) => ({
  userId: user.id,
  payload: { __typename: 'DraftChanged', conversation: { __typename: 'Conversation', id: conversationId } } as const,
})
const note = (user: User, conversationId: string, times = 1) =>
  world.database.transaction((tx) =>
    appendToInboxes(
      tx,
      Array.from({ length: times }, () => noted(user, conversationId)),
      Date.now(),
    ),
  )

async function bundleOf(viewer: User | undefined, after?: string[]): Promise<Map<string, BundleTopic>> {
  const query = 'query ($arguments: _Any!) { _openBundle(field: "inbox", arguments: $arguments) }'
  const result = await world.ask(query, { arguments: { after } }, viewer)
  const topics = dataOf<{ _openBundle: BundleTopic[] }>(result)._openBundle
  return new Map(topics.map((topic) => [topic.topic, topic]))
}
async function openLog(viewer: User, topic: string, after: number): Promise<Opening> {
  const query = `query ($topic: String, $after: Int) {
    _openTopic(field: "inbox", topic: $topic, arguments: {}, after: $after, limit: 100) { rev events more } }`
  return dataOf<{ _openTopic: Opening }>(await world.ask(query, { topic, after }, viewer))._openTopic
}

describe('the topics of an inbox', () => {
  test('are the viewer’s own and those of their conversations, each from where the client is', async () => {
    const [ada, bob] = (await world.users(2)) as [User, User]
    const [one, two, bobs] = [
      await world.conversation(ada, bob),
      await world.conversation(ada),
      await world.conversation(bob),
    ]
    await say(ada, one)
    await say(bob, bobs)
    await note(ada, one)
    const own = `inbox:${ada.id}`
    const positions = [positionInAll([[ada.id, 0] as const, [one, 1] as const, [two, 1] as const]), positionIn(one, 2)]
    expect(await bundleOf(ada, positions)).toEqual(
      new Map([
        [own, { topic: own, rev: 1, after: 0 }],
        [`conversation:${one}`, { topic: `conversation:${one}`, rev: 2, after: 2 }],
        [`conversation:${two}`, { topic: `conversation:${two}`, rev: 1, after: 1 }],
      ]),
    )
    for (const { rev, after } of (await bundleOf(ada)).values()) expect(after).toBe(rev)
  })

  test('are told in statements whose number does not grow with them', async () => {
    const [few, many] = (await world.users(2)) as [User, User]
    for (let n = 0; n < 30; n += 1) await world.conversation(many)
    await world.conversation(few)
    const statementsOf = async (viewer: User) => {
      const before = world.database.statements
      await bundleOf(viewer, [])
      return world.database.statements - before
    }
    expect(await statementsOf(many)).toBe(await statementsOf(few))
  })

  test('are the 1,000 in which something happened last; one that the client does not know is to be read again', async () => {
    const viewer = await aViewer()
    const ids = Array.from({ length: 1_002 }, () => uuid())
    const place = { userId: viewer.id, role: 'MEMBER', state: 'ACTIVE', joinedAt: 1, joinedSeq: 0 } as const
    const head = { rev: 5, lastSeq: 0, floorRev: 0 }
    await world.database.insert(tables.members).values(ids.map((conversationId) => ({ ...place, conversationId })))
    await world.database
      .insert(tables.timelines)
      .values(ids.map((conversationId, n) => ({ ...head, conversationId, lastActivityAt: n })))
    const known = await bundleOf(viewer)
    expect(known.size).toBe(1_001)
    expect(known.has(`conversation:${ids[1]}`)).toBe(false)
    // The router asks again, for those of the others in which something happens from now on.
    expect(known.values().next().value).toMatchObject({ again: { after: [] } })
    const some = positionInAll(ids.slice(3).map((id) => [id, 5] as const))
    const unknown = (await bundleOf(viewer, [some])).get(`conversation:${ids[2]}`)
    expect(unknown).toMatchObject({ rev: 5, after: 4, events: [{ rev: 5, payload: { __typename: 'ResyncRequired' } }] })
    const active = ids[0]!
    await world.database
      .update(tables.timelines)
      .set({ rev: 6, lastActivityAt: 2_000 })
      .where(eq(tables.timelines.conversationId, active))
    const next = await bundleOf(viewer, [])
    expect(next.values().next().value).toMatchObject({ again: {} })
    expect(next.get(`conversation:${active}`)).toMatchObject({ after: 5, events: [{ rev: 6 }] })
  })

  test('need a viewer, and positions that are some', async () => {
    const viewer = await aViewer()
    const conversationId = await world.conversation(viewer)
    expect(await refusalOf(bundleOf(undefined))).toBe('UNAUTHENTICATED')
    for (const wrong of [
      '',
      '~',
      'x',
      `${conversationId}@01`,
      `${conversationId}@2`,
      '~AQ',
      '~____',
      `${viewer.id}@9`,
    ]) {
      const code = await refusalOf(bundleOf(viewer, [wrong]))
      expect([wrong, code]).toEqual([wrong, wrong === '~' ? 'no error' : 'INVALID_INPUT'])
    }
    const many = (count: number) => Array.from({ length: count }, () => positionIn(conversationId, 1))
    expect(await refusalOf(bundleOf(viewer, many(2_000)))).toBe('no error')
    expect(await refusalOf(bundleOf(viewer, many(2_001)))).toBe('INVALID_INPUT')
  })
})

describe('a log of an inbox', () => {
  test('is the viewer’s own, or of one of their conversations; any other is refused', async () => {
    const [ada, bob] = (await world.users(2)) as [User, User]
    const conversationId = await world.conversation(bob)
    await note(bob, conversationId, 2)
    expect(await openLog(bob, `inbox:${bob.id}`, 1)).toMatchObject({ rev: 2, events: [{ rev: 2 }], more: false })
    expect((await openLog(bob, `conversation:${conversationId}`, 0)).events).toHaveLength(1)
    for (const topic of [`inbox:${bob.id}`, `conversation:${conversationId}`, 'nonsense', `presence:${bob.id}`]) {
      expect(await refusalOf(openLog(ada, topic, 0))).toBe('FORBIDDEN')
    }
  })

  test('forgets its oldest events, and tells who is behind them to read the inbox again', async () => {
    const viewer = await aViewer()
    const conversationId = await world.conversation(viewer)
    for (let written = 0; written < 2_600; written += 130) await note(viewer, conversationId, 130)
    const topic = `inbox:${viewer.id}`
    expect(await openLog(viewer, topic, 499)).toMatchObject({
      rev: 2_600,
      more: false,
      events: [{ topic, rev: 2_600, payload: { __typename: 'InboxResyncRequired', position: `${viewer.id}@2600` } }],
    })
    expect((await openLog(viewer, topic, 500)).events).toMatchObject(
      Array.from({ length: 100 }, (_, n) => ({ rev: 501 + n })),
    )
  })
})
