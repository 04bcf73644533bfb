import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { and, eq } from 'drizzle-orm'
import { tables } from '../../../platform/database/index.ts'
import { change, dataOf, openTopicOf, readAll, refusalOf, send, trySend } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
let ada: User
let bob: User
let conversationId: string
let sent = 0
beforeAll(async () => {
  world = await openWorld()
  ;[ada, bob] = (await world.users(2)) as [User, User]
  conversationId = await world.conversation(ada, bob)
})
afterAll(() => world.close())

const say = (who: User, text: string, more: { replyToId?: string; threadRootId?: string } = {}) =>
  send(world, who, { conversationId, clientMessageId: `${(sent += 1)}`, text, ...more })

interface SeenThread {
  replyCount: number
  unreadCount: number
  messages: { edges: { cursor: string; node: { text: string } }[]; pageInfo: { hasNextPage: boolean } }
}
interface Seen {
  replyTo: { text: string; deletedAt: string | null } | null
  threadRoot: { id: string } | null
  thread: SeenThread | null
}

async function look(who: User, id: string, args = 'last: 50'): Promise<Seen> {
  const query = `query ($id: ID!) { message(id: $id) { replyTo { text deletedAt } threadRoot { id } thread {
    replyCount unreadCount messages(${args}) { edges { cursor node { text } } pageInfo { hasNextPage } }
  } } }`
  return dataOf<{ message: Seen }>(await world.ask(query, { id }, who)).message
}

const textsOf = ({ thread }: Seen) => thread?.messages.edges.map(({ node }) => node.text)
const lastEvent = async () => (await openTopicOf(world, ada, conversationId, { after: 0 })).events.at(-1)!.payload

describe('a reply', () => {
  test('names the message that it quotes, as that is now', async () => {
    const question = await say(ada, 'question')
    const answer = await say(bob, 'answer', { replyToId: question.id })
    expect(await look(ada, answer.id)).toMatchObject({ replyTo: { text: 'question' }, threadRoot: null })
    await change(world, ada, 'editMessage', { messageId: question.id, text: 'another question' })
    expect(await look(ada, answer.id)).toMatchObject({ replyTo: { text: 'another question' } })
    await change(world, ada, 'deleteMessage', { messageId: question.id })
    expect(await look(bob, answer.id)).toMatchObject({ replyTo: { text: '', deletedAt: expect.any(String) } })
  })

  test('carries no text of the quoted message in its event, so that a deletion leaves none behind', async () => {
    const question = await say(ada, 'a secret question')
    await say(bob, 'answer', { replyToId: question.id })
    expect(await lastEvent()).toMatchObject({ message: { replyTo: { id: question.id, seq: question.seq } } })
    expect(JSON.stringify(await lastEvent())).not.toContain('secret')
  })

  test('to what is no message of the conversation is refused', async () => {
    const elsewhere = await world.conversation(ada)
    const other = await send(world, ada, { conversationId: elsewhere, clientMessageId: '1', text: 'elsewhere' })
    for (const id of [other.id, ada.id, 'no id']) {
      for (const field of ['replyToId', 'threadRootId']) {
        const input = { conversationId, clientMessageId: `x${(sent += 1)}`, text: 'x', [field]: id }
        expect(await trySend(world, ada, input)).toBe('NOT_FOUND')
      }
    }
  })

  test('is another content than the same text alone', async () => {
    const root = await say(ada, 'root')
    const input = { conversationId, clientMessageId: 'r1', text: 'same', threadRootId: root.id }
    const first = await send(world, ada, input)
    expect(await send(world, ada, input)).toEqual(first)
    expect(await trySend(world, ada, { ...input, threadRootId: undefined })).toBe('IDEMPOTENCY_CONFLICT')
    expect((await look(ada, root.id)).thread?.replyCount).toBe(1)
  })
})

describe('a thread', () => {
  test('has its own history, in order, by pages, and its replies stand in the conversation too', async () => {
    const root = await say(ada, 'root')
    for (const text of ['1', '2', '3', '4', '5']) {
      await say(ada, `beside ${text}`)
      await say(bob, text, { threadRootId: root.id })
    }
    expect(textsOf(await look(ada, root.id))).toEqual(['1', '2', '3', '4', '5'])
    expect(textsOf(await look(ada, root.id, 'last: 2'))).toEqual(['4', '5'])
    const page = await look(ada, root.id, 'first: 2')
    expect(textsOf(page)).toEqual(['1', '2'])
    const after = page.thread!.messages.edges.at(-1)!.cursor
    expect(textsOf(await look(ada, root.id, `first: 9, after: "${after}"`))).toEqual(['3', '4', '5'])
    expect((await readAll(world, ada, conversationId)).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['beside 5', '5']),
    )
  })

  test('has one level: an answer to a reply stands beside it', async () => {
    const root = await say(ada, 'root')
    const reply = await say(bob, 'reply', { threadRootId: root.id })
    const second = await say(ada, 'second', { threadRootId: reply.id })
    expect(await look(ada, second.id)).toMatchObject({ threadRoot: { id: root.id }, thread: null })
    expect(textsOf(await look(ada, root.id))).toEqual(['reply', 'second'])
    expect((await look(ada, reply.id)).thread).toBeNull()
  })

  test('of replies sent at once counts each, at a position of its own', async () => {
    const roots = [await say(ada, 'one'), await say(ada, 'two')]
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => say(n % 2 ? ada : bob, `${n}`, { threadRootId: roots[n % 2]!.id })),
    )
    for (const [which, root] of roots.entries()) {
      const seen = await look(ada, root.id)
      expect(seen.thread?.replyCount).toBe(20)
      expect(
        textsOf(seen)!
          .map(Number)
          .sort((a, b) => a - b),
      ).toEqual(Array.from({ length: 20 }, (_, n) => n * 2 + which))
    }
  })

  test('tells in the event of a reply how far it goes with it', async () => {
    const root = await say(ada, 'root')
    for (const count of [1, 2]) {
      await say(bob, 'reply', { threadRootId: root.id })
      expect(await lastEvent()).toMatchObject({
        message: { threadRoot: { id: root.id, thread: { replyCount: count } } },
      })
    }
  })

  test('is unread from where the viewer has read it, or has last answered', async () => {
    const root = await say(ada, 'root')
    const unread = async (who: User) => (await look(who, root.id)).thread?.unreadCount
    const mark = (who: User, messageId: string) =>
      change(world, who, 'markThreadRead', { messageId }, 'thread { unreadCount }')
    const replies = []
    for (const text of ['1', '2', '3']) replies.push(await say(bob, text, { threadRootId: root.id }))
    expect([await unread(ada), await unread(bob)]).toEqual([3, 0])
    await mark(ada, replies[1]!.id)
    expect(await unread(ada)).toBe(1)
    await mark(ada, replies[0]!.id)
    expect(await unread(ada)).toBe(1)
    await say(ada, '4', { threadRootId: root.id })
    expect([await unread(ada), await unread(bob)]).toEqual([0, 1])
    expect(await refusalOf(mark(ada, root.id))).toBe('INVALID_INPUT')
    const [mallory] = (await world.users(1)) as [User]
    expect(await refusalOf(mark(mallory, replies[0]!.id))).toBe('FORBIDDEN')
  })

  test.each(['joinedSeq', 'clearedSeq'] as const)(
    'is not unread up to where the viewer joined, or cleared their history: %s',
    async (place) => {
      const [eve] = (await world.users(1)) as [User]
      const theirs = await world.conversation(ada, eve)
      const reply = (text: string, threadRootId?: string) =>
        send(world, ada, { conversationId: theirs, clientMessageId: `${(sent += 1)}`, text, threadRootId })
      const [old, later] = [await reply('root'), await reply('another')]
      const roots = [old, later].map(({ id }) => id)
      for (const id of roots) await reply('before', id)
      const { seq } = await reply('before too', roots[0])
      const { members } = tables
      const ofEve = and(eq(members.conversationId, theirs), eq(members.userId, eve.id))
      await world.database
        .update(members)
        .set({ [place]: seq })
        .where(ofEve)
      const unread = () => Promise.all(roots.map(async (id) => (await look(eve, id)).thread?.unreadCount))
      expect(await unread()).toEqual([0, 0])
      const after = await reply('after', roots[0])
      expect(await unread()).toEqual([1, 0])
      await change(world, eve, 'markThreadRead', { messageId: after.id }, 'thread { unreadCount }')
      expect(await unread()).toEqual([0, 0])
    },
  )
})

describe('I8: the statements of threads', () => {
  test('are the same for a page of 1 message and of 50, each with quote, thread, newest replies and unread', async () => {
    const place = await world.conversation(ada, bob)
    const tell = (text: string, more: object = {}) =>
      send(world, ada, { conversationId: place, clientMessageId: `p${(sent += 1)}`, text, ...more })
    for (let n = 0; n < 25; n += 1) {
      const root = await tell('root')
      await tell('reply', { threadRootId: root.id, replyToId: root.id })
    }
    const query = `query ($of: [_Any!]!, $last: Int!) { _entities(representations: $of) { ... on Conversation {
      messages(last: $last) { edges { node { hiddenForMe replyTo { text } threadRoot { text } thread {
        replyCount unreadCount messages(last: 2) { edges { node { text } } }
      } } } }
    } } }`
    const statements = async (last: number) => {
      const before = world.database.statements
      dataOf(await world.ask(query, { of: [{ __typename: 'Conversation', id: place }], last }, bob))
      return world.database.statements - before
    }
    const forTwo = await statements(2)
    expect(await statements(50)).toBe(forTwo)
    expect(forTwo).toBeLessThanOrEqual(9)
  })
})
