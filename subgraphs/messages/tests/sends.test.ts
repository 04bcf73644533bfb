import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import { readAfter } from '../../../platform/timeline/index.ts'
import { createSendQueue } from '../domain/createSendQueue.ts'
import { validateDraft } from '../domain/validateDraft.ts'
import { readAll, send, trySend } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
let ada: User
let bob: User
let mallory: User
beforeAll(async () => {
  world = await openWorld()
  ;[ada, bob, mallory] = (await world.users(3)) as [User, User, User]
})
afterAll(() => world.close())

const counted = (count: number) => Array.from({ length: count }, (_, place) => place + 1)

describe('I1: an acknowledged send is committed, and seq has no hole', () => {
  test('200 sends at once of several senders, some refused, get 1, 2, 3, …', async () => {
    const conversationId = await world.conversation(ada, bob)
    const senders = [ada, bob, mallory, bob, ada]
    const outcomes = await Promise.all(
      counted(200).map((n) => {
        const text = n % 17 === 0 ? ' ' : `message ${n}`
        return trySend(world, senders[n % 5]!, { conversationId, clientMessageId: `c${n}`, text })
      }),
    )
    const sent = outcomes.filter((outcome) => typeof outcome !== 'string')
    const refused = outcomes.filter((outcome) => typeof outcome === 'string')
    expect(new Set(refused)).toEqual(new Set(['FORBIDDEN', 'INVALID_INPUT']))
    expect(sent.length + refused.length).toBe(200)
    expect(sent.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(counted(sent.length))
    expect(await readAll(world, ada, conversationId)).toEqual(sent.sort((a, b) => a.seq - b.seq))
  })

  test('times never run backwards, also where the clock does', async () => {
    const conversationId = await world.conversation(ada)
    const ahead = Date.now() + 60_000
    const { timelines } = tables
    await world.database
      .update(timelines)
      .set({ lastActivityAt: ahead })
      .where(eq(timelines.conversationId, conversationId))
    const first = await send(world, ada, { conversationId, clientMessageId: '1', text: 'one' })
    const second = await send(world, ada, { conversationId, clientMessageId: '2', text: 'two' })
    expect([first.createdAt, second.createdAt]).toEqual(Array(2).fill(new Date(ahead).toISOString()))
  })
})

describe('I2: a send is stored once', () => {
  test('a retried send returns the first message, and the conversation holds it once', async () => {
    const conversationId = await world.conversation(ada)
    const input = { conversationId, clientMessageId: 'a1', text: 'hello' }
    const first = await send(world, ada, input)
    expect(await send(world, ada, input)).toEqual(first)
    expect(await readAll(world, ada, conversationId)).toEqual([first])
  })

  test('equal sends at once, in one transaction or in several, give one message', async () => {
    const conversationId = await world.conversation(ada)
    const input = { conversationId, clientMessageId: 'a1', text: 'hello' }
    const answers = await Promise.all(counted(50).map(() => send(world, ada, input)))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await readAll(world, ada, conversationId)).toEqual([answers[0]])
  })

  test('equal sends to two processes at once give one message', async () => {
    const conversationId = await world.conversation(ada)
    const other = createSendQueue(world)
    for (const n of counted(20)) {
      const input = { conversationId, clientMessageId: `${n}`, text: 'hello' }
      const [one, two] = await Promise.all([send(world, ada, input), other.enqueue(validateDraft(input, ada.id))])
      expect(one.id).toBe(two.id)
    }
    expect((await readAll(world, ada, conversationId)).map(({ seq }) => seq)).toEqual(counted(20))
  })

  test('the same clientMessageId with other content is refused, later and at once', async () => {
    const conversationId = await world.conversation(ada)
    const input = { conversationId, clientMessageId: 'a1', text: 'hello' }
    const first = await send(world, ada, input)
    expect(await trySend(world, ada, { ...input, text: 'other' })).toBe('IDEMPOTENCY_CONFLICT')
    const both = ['x', 'y'].map((text) => trySend(world, ada, { conversationId, clientMessageId: 'a2', text }))
    const [x, y] = await Promise.all(both)
    expect(y).toBe('IDEMPOTENCY_CONFLICT')
    expect(await readAll(world, ada, conversationId)).toEqual([first, x])
  })

  test('texts that differ only in their Unicode form are the same content', async () => {
    const conversationId = await world.conversation(ada)
    const first = await send(world, ada, { conversationId, clientMessageId: 'a1', text: 'cafe\u0301' })
    expect(first.text).toBe('caf\u00e9')
    expect(await send(world, ada, { conversationId, clientMessageId: 'a1', text: 'caf\u00e9' })).toEqual(first)
  })

  test('the same clientMessageId of another sender, or in another conversation, is another message', async () => {
    const [here, there] = [await world.conversation(ada, bob), await world.conversation(ada, bob)]
    const input = { conversationId: here, clientMessageId: 'same', text: 'hello' }
    const sent = [
      await send(world, ada, input),
      await send(world, bob, input),
      await send(world, ada, { ...input, conversationId: there }),
    ]
    expect(new Set(sent.map(({ id }) => id)).size).toBe(3)
    expect(sent.map(({ seq }) => seq)).toEqual([1, 2, 1])
  })
})

describe('a send', () => {
  test('is an event of the log, in the outbox, and handed to the publisher', async () => {
    const conversationId = await world.conversation(ada)
    const message = await send(world, ada, { conversationId, clientMessageId: 'a1', text: 'hello' })
    const log = (await readAfter(world.database, conversationId, 1, 10))!
    expect(log.rev).toBe(2)
    expect(log.events).toMatchObject([{ rev: 2, payload: { __typename: 'MessageSent', message } }])
    expect(world.published.filter(({ topic }) => topic === `conversation:${conversationId}`)).toEqual(log.events)
    const { outbox } = tables
    const rows = await world.database.select().from(outbox).where(eq(outbox.conversationId, conversationId))
    expect(rows.map(({ rev }) => rev)).toContain(2)
  })

  test('to a conversation whose rows contradict each other fails alone, without a word of the database', async () => {
    const [broken, sound] = [await world.conversation(ada), await world.conversation(ada)]
    await send(world, ada, { conversationId: broken, clientMessageId: 'a1', text: 'hello' })
    const { timelines } = tables
    await world.database.update(timelines).set({ lastSeq: 0 }).where(eq(timelines.conversationId, broken))
    const input = { clientMessageId: 'a2', text: 'hello' }
    const results = await Promise.all(
      counted(20).map((n) => trySend(world, ada, { ...input, conversationId: n % 2 ? broken : sound })),
    )
    expect(new Set(results.filter((_result, place) => place % 2 === 0))).toEqual(new Set(['UNAVAILABLE']))
    expect(results.filter((result) => typeof result !== 'string')).toHaveLength(10)
    expect(await readAll(world, ada, sound)).toHaveLength(1)
  })

  test.each<[string, Partial<{ conversationId: string; clientMessageId: string; text: string }>, string]>([
    ['an unknown conversation', { conversationId: uuid() }, 'FORBIDDEN'],
    ['a conversation id that is none', { conversationId: `' or 1=1 --` }, 'FORBIDDEN'],
    ['an empty text', { text: '' }, 'INVALID_INPUT'],
    ['white space only', { text: ' \n\t\u00a0\u3000' }, 'INVALID_INPUT'],
    ['a NUL', { text: 'a\0b' }, 'INVALID_INPUT'],
    ['an escape sequence', { text: '\u001b[31m' }, 'INVALID_INPUT'],
    ['half of a surrogate pair', { text: 'a\ud83d' }, 'INVALID_INPUT'],
    ['10,001 characters', { text: '😀'.repeat(10_001) }, 'TEXT_TOO_LONG'],
    ['a megabyte', { text: 'x'.repeat(1_000_000) }, 'TEXT_TOO_LONG'],
    ['an empty clientMessageId', { clientMessageId: '' }, 'INVALID_INPUT'],
    ['65 characters of clientMessageId', { clientMessageId: 'x'.repeat(65) }, 'INVALID_INPUT'],
    ['a clientMessageId with a blank', { clientMessageId: 'a b' }, 'INVALID_INPUT'],
    ['a clientMessageId that ends in a line break', { clientMessageId: 'a\n' }, 'INVALID_INPUT'],
  ])('with %s is refused with its code', async (_what, wrong, code) => {
    const conversationId = await world.conversation(ada)
    expect(await trySend(world, ada, { conversationId, clientMessageId: 'a1', text: 'hello', ...wrong })).toBe(code)
    expect(await readAll(world, ada, conversationId)).toEqual([])
  })

  test('of the longest text, in any script, comes back as it was', async () => {
    const conversationId = await world.conversation(ada)
    for (const text of ['😀'.repeat(10_000), '漢'.repeat(10_000), 'a\n\tb', `"'\\; drop table messages --`]) {
      const sent = await send(world, ada, { conversationId, clientMessageId: uuid(), text })
      expect(sent.text).toBe(text)
    }
    const texts = (await readAll(world, ada, conversationId)).map(({ text }) => text.length)
    expect(texts).toEqual([20_000, 10_000, 4, 27])
  })

  test('without a token, or with a wrong one, is refused', async () => {
    const conversationId = await world.conversation(ada)
    const input = { conversationId, clientMessageId: 'a1', text: 'hello' }
    expect(await trySend(world, { id: ada.id, authorization: '' }, input)).toBe('UNAUTHENTICATED')
    const forged = { id: ada.id, authorization: `${bob.authorization.slice(0, -6)}AAAAAA` }
    expect(await trySend(world, forged, input)).toBe('UNAUTHENTICATED')
  })
})
