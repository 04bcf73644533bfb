import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Viewer } from '../../../platform/identity/index.ts'
import { createHistory } from '../domain/history.ts'
import { messageRange } from '../domain/messageRange.ts'
import { createPlaces } from '../domain/places.ts'
import { openConversationLog } from '../domain/openConversationLog.ts'
import {
  change,
  codeOf,
  conversationRef,
  openTopicOf,
  readMessage,
  readPage,
  refusalOf,
  send,
  trySend,
} from './asking.ts'
import { interposed } from './interposed.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
let ada: User
let bob: User
beforeAll(async () => {
  world = await openWorld()
  ;[ada, bob] = (await world.users(2)) as [User, User]
})
afterAll(() => world.close())

const rejection = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: Error) => error.message,
  )

describe('I6: after a removal is acknowledged, the removed member', () => {
  test('can send no more, not even learn what became of an earlier send', async () => {
    const conversationId = await world.conversation(ada, bob)
    const before = { conversationId, clientMessageId: 'b1', text: 'while I was in' }
    await send(world, bob, before)
    await world.remove(conversationId, bob)
    expect(await trySend(world, bob, before)).toBe('FORBIDDEN')
    expect(await trySend(world, bob, { ...before, clientMessageId: 'b2' })).toBe('FORBIDDEN')
    expect(await trySend(world, ada, { ...before, clientMessageId: 'a1' })).toMatchObject({ seq: 2 })
  })

  test('has no send stored behind the removal, however many were under way', async () => {
    const conversationId = await world.conversation(ada, bob)
    const sends = (from: number) =>
      Array.from({ length: 40 }, (_, n) =>
        trySend(world, bob, { conversationId, clientMessageId: `${from + n}`, text: 'still here' }),
      )
    const underWay = sends(0)
    await world.remove(conversationId, bob)
    const after = await Promise.all(sends(100))
    expect(new Set(after)).toEqual(new Set(['FORBIDDEN']))
    await Promise.all(underWay)
    const { events } = await openTopicOf(world, ada, conversationId, { after: 0 })
    const types = events.map(({ payload }) => payload.__typename)
    expect(types.indexOf('MemberRemoved')).toBe(types.length - 1)
  })

  test('has no send stored that came while the removal was being written', async () => {
    const conversationId = await world.conversation(ada, bob)
    let sending: Promise<unknown> | undefined
    await world.remove(conversationId, bob, async () => {
      const before = world.database.statements
      sending = trySend(world, bob, { conversationId, clientMessageId: 'b1', text: 'still here' })
      // On SQLite the send waits for the one writer, before its first statement; on MySQL with its first, for the lock.
      const began = () => world.database.dialect.name === 'sqlite' || world.database.statements > before
      while (!began()) await new Promise((resolve) => setImmediate(resolve))
    })
    expect(await sending).toBe('FORBIDDEN')
  })

  test.each([
    ['editMessage', 'EditMessageInput', { text: 'rewritten' }],
    ['deleteMessage', 'DeleteMessageInput', {}],
    ['addReaction', 'ReactionInput', { emoji: '👍' }],
    ['pinMessage', 'PinMessageInput', {}],
    ['deleteMessageForMe', 'DeleteMessageInput', {}],
  ])('changes nothing by %s, after the removal or while it is being written', async (name, type, input) => {
    const conversationId = await world.conversation(ada, bob)
    const { id: messageId } = await send(world, bob, { conversationId, clientMessageId: 'b1', text: 'mine' })
    const act = () => refusalOf(change(world, bob, name, { messageId, ...input }, 'message { id }', type))
    let acting: Promise<string> | undefined
    await world.remove(conversationId, bob, async () => {
      // What concerns them alone asks for no lock: before the commit they are still a member.
      if (name !== 'deleteMessageForMe') acting = act()
      await new Promise((resolve) => setImmediate(resolve))
    })
    if (acting) expect(await acting).toBe('FORBIDDEN')
    expect(await act()).toBe('FORBIDDEN')
    const { events } = await openTopicOf(world, ada, conversationId, { after: 0 })
    expect(events.at(-1)!.payload.__typename).toBe('MemberRemoved')
  })

  test('can read no more: neither history, nor the newest message, nor one by id', async () => {
    const conversationId = await world.conversation(ada, bob)
    const { id } = await send(world, ada, { conversationId, clientMessageId: 'a1', text: 'secret' })
    expect(await readMessage(world, bob, id)).toMatchObject({ text: 'secret' })
    await world.remove(conversationId, bob)
    expect(await rejection(readPage(world, bob, conversationId))).toBe('FORBIDDEN')
    expect(await readMessage(world, bob, id)).toBeNull()
    const entities = await world.ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) {
        ... on Conversation { lastMessage { text } } ... on Message { text }
      } }`,
      { of: [conversationRef(conversationId), { __typename: 'Message', id }] },
      bob,
    )
    expect(entities.data).toEqual({ _entities: [{ lastMessage: null }, null] })
    expect(codeOf(entities)).toBe('FORBIDDEN')
    expect(JSON.stringify(entities)).not.toContain('secret')
  })

  test('reads nothing that was said after the removal, also where it commits in the middle of reading', async () => {
    const conversationId = await world.conversation(ada, bob)
    await send(world, ada, { conversationId, clientMessageId: 'a1', text: 'before' })
    const removeAndSpeak = async () => {
      await world.remove(conversationId, bob)
      await send(world, ada, { conversationId, clientMessageId: 'a2', text: 'after' })
    }
    const viewer = new Viewer({ userId: bob.id, sessionId: 's', isGuest: false, expiresAt: Infinity })
    const database = interposed(world.database, 2, removeAndSpeak)
    const history = createHistory(database, createPlaces(database, viewer))
    const { items } = await history.page(conversationId, messageRange({ last: 10 }))
    expect(items.map(({ text }) => text)).toEqual(['before'])
    expect(await readPage(world, ada, conversationId)).toMatchObject({ edges: [{}, {}] })
  })

  test('can open the log no more, from no position', async () => {
    const conversationId = await world.conversation(ada, bob)
    await world.remove(conversationId, bob)
    expect(await rejection(openTopicOf(world, bob, conversationId))).toBe('FORBIDDEN')
    expect(await rejection(openTopicOf(world, bob, conversationId, { after: 0 }))).toBe('FORBIDDEN')
  })

  test.each([1, 2])(
    'is refused, or told of the removal, where it commits before statement %i of opening',
    async (nth) => {
      const conversationId = await world.conversation(ada, bob)
      const database = interposed(world.database, nth, () => world.remove(conversationId, bob))
      const viewer = { userId: bob.id, sessionId: 's', isGuest: false, expiresAt: Infinity }
      const position = { conversationId, after: undefined, limit: 10 }
      const opening = await openConversationLog(database, viewer, position).catch(() => undefined)
      const { rev, events } = await openTopicOf(world, ada, conversationId, { after: opening?.rev ?? 1 })
      expect(rev).toBe(2)
      expect(events.map(({ payload }) => payload.__typename)).toEqual(['MemberRemoved'])
    },
  )
})

test('a conversation is followed under its id as it was told: written otherwise, it would name a topic that is never told anything', async () => {
  const conversationId = await world.conversation(ada, bob)
  const otherwise = [conversationId.toUpperCase(), conversationId.replace('-', ''), ` ${conversationId}`]
  expect(otherwise).not.toContain(conversationId)
  for (const written of otherwise) expect(await rejection(openTopicOf(world, bob, written))).toBe('FORBIDDEN')
  expect(await openTopicOf(world, bob, conversationId)).toMatchObject({ rev: 1 })
})

describe('someone who never was a member', () => {
  test('gets the same answers for a conversation that is there and one that is not', async () => {
    const [mallory] = (await world.users(1)) as [User]
    const conversationId = await world.conversation(ada, bob)
    const { id } = await send(world, ada, { conversationId, clientMessageId: 'a1', text: 'secret' })
    for (const place of [conversationId, mallory.id, 'no id at all', '']) {
      const input = { conversationId: place, clientMessageId: 'm1', text: 'hello' }
      expect(await trySend(world, mallory, input)).toBe('FORBIDDEN')
      expect(await rejection(readPage(world, mallory, place))).toBe('FORBIDDEN')
      expect(await rejection(openTopicOf(world, mallory, place))).toBe('FORBIDDEN')
    }
    expect(await readMessage(world, mallory, id)).toBeNull()
    expect(await readMessage(world, mallory, 'no id at all')).toBeNull()
  })

  test('and is not signed in, is told so', async () => {
    const conversationId = await world.conversation(ada)
    const { id } = await send(world, ada, { conversationId, clientMessageId: 'a1', text: 'secret' })
    const nobody = { id: '', authorization: '' }
    expect(await rejection(readMessage(world, undefined, id))).toBe('UNAUTHENTICATED')
    expect(await rejection(readPage(world, nobody, conversationId))).toBe('UNAUTHENTICATED')
    expect(await rejection(openTopicOf(world, undefined, conversationId))).toBe('UNAUTHENTICATED')
  })
})
