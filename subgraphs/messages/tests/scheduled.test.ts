import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import { dataOf, readAll, refusalOf, send } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
let ada: User
let bob: User
let conversationId: string
let named = 0
beforeAll(async () => {
  world = await openWorld()
  ;[ada, bob] = (await world.users(2)) as [User, User]
})
afterAll(() => world.close())
const fresh = async () => (conversationId = await world.conversation(ada, bob))

describe('a scheduled message', () => {
  interface Seen {
    id: string
    text: string
    failure: string | null
  }
  const later = (ms = 3_600_000) => new Date(Date.now() + ms).toISOString()
  interface Asked {
    text: string
    sendAt?: string
    clientMessageId?: string
    replyToId?: string
    threadRootId?: string
    attachmentIds?: readonly string[]
    mentions?: readonly string[]
  }
  const schedule = async (who: User, input: Asked) => {
    const query = `mutation ($input: ScheduleMessageInput!) { scheduleMessage(input: $input) {
      scheduledMessage { id text sendAt failure conversation { id } attachments { id name } }
    } }`
    const place = { conversationId, clientMessageId: `s${(named += 1)}`, sendAt: later() }
    const result = await world.ask(query, { input: { ...place, ...input } }, who)
    return dataOf<{ scheduleMessage: { scheduledMessage: Seen } }>(result).scheduleMessage.scheduledMessage
  }
  const waiting = async (who: User) => {
    const query = `query ($id: ID) { scheduledMessages(conversationId: $id) { edges { node { id text failure } } } }`
    const result = await world.ask(query, { id: conversationId }, who)
    return dataOf<{ scheduledMessages: { edges: { node: Seen }[] } }>(result).scheduledMessages.edges.map(
      ({ node }) => node,
    )
  }
  const cancel = async (who: User, id: string) =>
    dataOf(
      await world.ask(
        'mutation ($input: CancelScheduledMessageInput!) { cancelScheduledMessage(input: $input) { id } }',
        { input: { id } },
        who,
      ),
    )
  const letCome = ({ id }: Seen, ago = 1_000) =>
    world.database
      .update(tables.scheduledMessages)
      .set({ sendAt: Date.now() - ago })
      .where(eq(tables.scheduledMessages.id, id))
  const texts = async () => (await readAll(world, bob, conversationId)).map(({ text }) => text)

  test('waits unseen by others, and is sent when its time comes, in that order, once', async () => {
    await fresh()
    const [one, two] = [await schedule(ada, { text: 'one' }), await schedule(ada, { text: 'two' })]
    await schedule(ada, { text: 'much later' })
    expect((await waiting(ada)).map(({ text }) => text)).toEqual(['one', 'two', 'much later'])
    expect(await waiting(bob)).toEqual([])
    await letCome(two, 5_000)
    await letCome(one, 1_000)
    await Promise.all([world.timers.run(100), world.timers.run(100)])
    await world.timers.run(100)
    expect(await texts()).toEqual(['two', 'one'])
    expect((await waiting(ada)).map(({ text }) => text)).toEqual(['much later'])
  })

  test('that a worker sent and died before it said so is sent no second time', async () => {
    await fresh()
    const message = await schedule(ada, { text: 'once', clientMessageId: 'mine' })
    await send(world, ada, { conversationId, clientMessageId: 'mine', text: 'once' })
    await letCome(message)
    await world.timers.run(100)
    expect([await texts(), await waiting(ada)]).toEqual([['once'], []])
  })

  test('again under the same id is the same; with other content or time it is refused', async () => {
    await fresh()
    const input = { text: 'hello', clientMessageId: 'once', sendAt: later() }
    const first = await schedule(ada, input)
    expect(await schedule(ada, input)).toEqual(first)
    expect(await refusalOf(schedule(ada, { ...input, text: 'other' }))).toBe('IDEMPOTENCY_CONFLICT')
    expect(await refusalOf(schedule(ada, { ...input, sendAt: later(7_200_000) }))).toBe('IDEMPOTENCY_CONFLICT')
    expect(await waiting(ada)).toHaveLength(1)
  })

  test('is the same when it is asked for again after it was sent, for some days, and waits no more', async () => {
    await fresh()
    const input = { text: 'hello', clientMessageId: 'lost', sendAt: later() }
    const first = await schedule(ada, input)
    const sendAt = Date.parse(input.sendAt)
    const setBack = (by: number) =>
      world.database
        .update(tables.scheduledMessages)
        .set({ sendAt: by })
        .where(eq(tables.scheduledMessages.id, first.id))
    await letCome(first)
    await world.timers.run(100)
    // Its time is that which was asked for.
    await setBack(sendAt)
    expect(await schedule(ada, input)).toEqual(first)
    expect(await refusalOf(schedule(ada, { ...input, text: 'other' }))).toBe('IDEMPOTENCY_CONFLICT')
    expect(await refusalOf(cancel(ada, first.id))).toBe('NOT_FOUND')
    expect([await texts(), await waiting(ada)]).toEqual([['hello'], []])
    const [row] = await world.database
      .select()
      .from(tables.scheduledMessages)
      .where(eq(tables.scheduledMessages.id, first.id))
    expect(row).toMatchObject({ state: 'SENT', draft: { text: '' } })
    await setBack(Date.now() - 8 * 86_400_000)
    await letCome(await schedule(ada, { text: 'another' }))
    await world.timers.run(100)
    expect(await refusalOf(schedule(ada, input))).toBe('IDEMPOTENCY_CONFLICT')
  })

  test('is refused at once where a send would be, also under the id of a message that was sent', async () => {
    await fresh()
    await send(world, ada, { conversationId, clientMessageId: 'said', text: 'said' })
    const [mallory] = (await world.users(1)) as [User]
    const nobody = uuid()
    for (const [code, more] of [
      ['IDEMPOTENCY_CONFLICT', { clientMessageId: 'said' }],
      ['NOT_FOUND', { replyToId: nobody }],
      ['NOT_FOUND', { threadRootId: nobody }],
      ['NOT_FOUND', { attachmentIds: [nobody] }],
      ['INVALID_INPUT', { mentions: [mallory.id] }],
    ] as const) {
      expect([more, await refusalOf(schedule(ada, { text: 'said', ...more }))]).toEqual([more, code])
    }
    expect(await waiting(ada)).toEqual([])
  })

  test('can be taken back by its sender until it is sent', async () => {
    await fresh()
    const message = await schedule(ada, { text: 'never' })
    expect(await refusalOf(cancel(bob, message.id))).toBe('NOT_FOUND')
    await cancel(ada, message.id)
    await world.timers.run(100)
    expect([await texts(), await waiting(ada)]).toEqual([[], []])
    expect(await refusalOf(cancel(ada, message.id))).toBe('NOT_FOUND')
  })

  test('of someone who is no member any more is not sent, and says so to them', async () => {
    await fresh()
    const message = await schedule(bob, { text: 'still me' })
    await world.remove(conversationId, bob)
    await letCome(message)
    await world.timers.run(100)
    expect(await waiting(bob)).toMatchObject([{ failure: 'FORBIDDEN' }])
    expect(await readAll(world, ada, conversationId)).toEqual([])
    await cancel(bob, message.id)
    expect(await waiting(bob)).toEqual([])
  })

  test('is sent although someone whom it mentions has left, and mentions the others', async () => {
    const [cleo] = (await world.users(1)) as [User]
    conversationId = await world.conversation(ada, bob, cleo)
    const message = await schedule(ada, { text: 'both of you', mentions: [bob.id, cleo.id] })
    const alone = await schedule(ada, { text: 'only you', mentions: [cleo.id] })
    await world.remove(conversationId, cleo)
    await letCome(message)
    await letCome(alone)
    await world.timers.run(100)
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Conversation {
      messages { edges { node { text mentions { id } } } } } } }`
    const result = await world.ask(query, { of: [{ __typename: 'Conversation', id: conversationId }] }, bob)
    const [sent] = dataOf<{ _entities: { messages: { edges: { node: object }[] } }[] }>(result)._entities
    expect(sent!.messages.edges.map(({ node }) => node)).toEqual([
      { text: 'both of you', mentions: [{ id: bob.id }] },
      { text: 'only you', mentions: [] },
    ])
    expect(await waiting(ada)).toEqual([])
  })

  test('needs a member, a time ahead by at most a year, and a place among 100', async () => {
    await fresh()
    const [mallory] = (await world.users(1)) as [User]
    expect(await refusalOf(schedule(mallory, { text: 'x' }))).toBe('FORBIDDEN')
    expect(await refusalOf(schedule(ada, { text: 'x', sendAt: later(-1) }))).toBe('INVALID_INPUT')
    expect(await refusalOf(schedule(ada, { text: 'x', sendAt: later(366 * 86_400_000) }))).toBe('INVALID_INPUT')
    expect(await refusalOf(schedule(ada, { text: ' ' }))).toBe('INVALID_INPUT')
    for (let n = 0; n < 100; n += 1) await schedule(ada, { text: `${n}` })
    expect(await refusalOf(schedule(ada, { text: 'one more' }))).toBe('LIMIT_EXCEEDED')
  })
})
