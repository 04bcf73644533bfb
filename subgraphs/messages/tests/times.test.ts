import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { and, eq } from 'drizzle-orm'
import { tables } from '../../../platform/database/index.ts'
import { change, dataOf, openTopicOf, readAll, readMessage, refusalOf, send, type SeenMessage } from './asking.ts'
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
const logOf = async () =>
  (await openTopicOf(world, bob, conversationId, { after: 0 })).events.map(({ payload }) => payload)

describe('a message that expires', () => {
  const sayFor = (expireAfterSeconds: number, text = 'secret') =>
    send(world, ada, { conversationId, clientMessageId: `${(named += 1)}`, text, ...{ expireAfterSeconds } })
  const expiryOf = async (id: string) =>
    dataOf<{ message: { expiresAt: string } }>(
      await world.ask('query ($id: ID!) { message(id: $id) { expiresAt } }', { id }, ada),
    ).message.expiresAt

  /** Lets the time of a message be over, without waiting for it. */
  async function letExpire({ seq }: SeenMessage): Promise<void> {
    const expiresAt = Date.now() - 1_000
    const { expiries, messages, events } = tables
    for (const table of [expiries, messages] as const) {
      const place = and(eq(table.conversationId, conversationId), eq(table.seq, seq))
      await world.database.update(table).set({ expiresAt }).where(place)
    }
    const place = and(eq(events.conversationId, conversationId), eq(events.type, 'MessageSent'))
    for (const row of await world.database.select().from(events).where(place)) {
      const payload = row.payload as Extract<typeof row.payload, { __typename: 'MessageSent' }>
      if (payload.message.seq !== seq) continue
      const message = { ...payload.message, expiresAt: new Date(expiresAt).toISOString() }
      await world.database
        .update(events)
        .set({ payload: { ...payload, message } })
        .where(and(place, eq(events.rev, row.rev)))
    }
  }

  test('says when, and is there until then', async () => {
    await fresh()
    const message = await sayFor(60)
    expect(await expiryOf(message.id)).toBe(new Date(Date.parse(message.createdAt) + 60_000).toISOString())
    await world.timers.run(100)
    expect(await readMessage(world, bob, message.id)).toMatchObject({ text: 'secret' })
  })

  test('is a tombstone from that moment on, also where nobody has cleared it away yet', async () => {
    await fresh()
    const message = await sayFor(60)
    await letExpire(message)
    const everything = [
      await readAll(world, bob, conversationId),
      await logOf(),
      await readMessage(world, bob, message.id),
    ]
    expect(JSON.stringify(everything)).not.toContain('secret')
    const edit = change(world, ada, 'editMessage', { messageId: message.id, text: 'longer' })
    expect(await refusalOf(edit)).toBe('NOT_FOUND')
  })

  test('is cleared away once, with an event that names nobody; others stay', async () => {
    await fresh()
    const [first, second, third] = [await sayFor(60), await sayFor(60), await sayFor(60, 'stays')]
    await letExpire(first)
    await letExpire(second)
    await Promise.all([world.timers.run(100), world.timers.run(100)])
    await world.timers.run(100)
    expect((await logOf()).slice(4)).toMatchObject([
      { __typename: 'MessageDeleted', message: { id: first.id, text: '', deletedBy: null } },
      { __typename: 'MessageDeleted', message: { id: second.id } },
    ])
    const [row] = await world.database.select().from(tables.messages).where(eq(tables.messages.id, first.id))
    expect(row).toMatchObject({ text: '', version: 2 })
    expect(await readMessage(world, bob, third.id)).toMatchObject({ text: 'stays' })
  })

  test('stays at least 10 seconds, and at most 365 days', async () => {
    await fresh()
    for (const seconds of [0, 9, -1, 365 * 86_400 + 1]) expect(await refusalOf(sayFor(seconds))).toBe('INVALID_INPUT')
  })
})

test('the timers know when the next thing is due', async () => {
  await fresh()
  await world.database.delete(tables.expiries)
  await world.database.delete(tables.scheduledMessages)
  expect(await world.timers.next()).toBeNull()
  const { createdAt } = await send(world, ada, {
    ...{ conversationId, clientMessageId: 'e1', text: 'x' },
    ...{ expireAfterSeconds: 60 },
  })
  expect(await world.timers.next()).toBe(Date.parse(createdAt) + 60_000)
})
