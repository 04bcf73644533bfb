import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { and, eq, lte } from 'drizzle-orm'
import { tables } from '../../../platform/database/index.ts'
import { dataOf, openTopicOf, send } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
let ada: User
beforeAll(async () => {
  world = await openWorld()
  ;[ada] = (await world.users(1)) as [User]
})
afterAll(() => world.close())

async function conversationWith(messages: number): Promise<string> {
  const conversationId = await world.conversation(ada)
  for (let n = 1; n <= messages; n += 1) {
    await send(world, ada, { conversationId, clientMessageId: `${n}`, text: `message ${n}` })
  }
  return conversationId
}

const rejection = (work: Promise<unknown>) =>
  work.then(
    () => 'no error',
    (error: Error) => error.message,
  )

describe('opening a conversation’s log', () => {
  test('without a position tells where it stands, and no events', async () => {
    const conversationId = await conversationWith(3)
    expect(await openTopicOf(world, ada, conversationId)).toEqual({ rev: 4, events: [], more: false })
  })

  test('after a position gives what came since, in order, a part at a time', async () => {
    const conversationId = await conversationWith(5)
    const part = await openTopicOf(world, ada, conversationId, { after: 1, limit: 2 })
    expect(part).toMatchObject({ rev: 6, more: true, events: [{ rev: 2 }, { rev: 3 }] })
    const rest = await openTopicOf(world, ada, conversationId, { after: 3 })
    expect(rest).toMatchObject({ rev: 6, more: false, events: [{ rev: 4 }, { rev: 5 }, { rev: 6 }] })
    expect(await openTopicOf(world, ada, conversationId, { after: 6 })).toEqual({ rev: 6, events: [], more: false })
  })

  test('at a negative position, or one ahead of the log, is refused', async () => {
    const conversationId = await conversationWith(1)
    expect(await rejection(openTopicOf(world, ada, conversationId, { after: -1 }))).toBe('INVALID_INPUT')
    expect(await rejection(openTopicOf(world, ada, conversationId, { after: 3 }))).toBe('INVALID_INPUT')
    expect(await rejection(openTopicOf(world, ada, conversationId, { after: 2 }))).toBe('no error')
  })

  test('where the log no longer reaches back tells to read the state again, and where to go on', async () => {
    const conversationId = await conversationWith(5)
    await dropEvents(conversationId, 3)
    const opening = await openTopicOf(world, ada, conversationId, { after: 2 })
    expect(opening).toMatchObject({ rev: 6, more: false })
    expect(opening.events).toMatchObject([{ rev: 6, payload: { __typename: 'ResyncRequired', rev: 6 } }])
    expect((await openTopicOf(world, ada, conversationId, { after: 3 })).events).toHaveLength(3)
  })
})

describe('an event’s payload', () => {
  test('answers a selection that goes beyond it, for the viewer', async () => {
    const conversationId = await conversationWith(5)
    const { events } = await openTopicOf(world, ada, conversationId, { after: 2, limit: 1 })
    const result = await world.ask(
      `query ($payload: _Any!) { _event_conversationEvents(payload: $payload) {
        __typename rev at
        conversation { id lastMessage { text } messages(last: 2) { edges { node { seq sender { id } } } } }
        ... on MessageSent { message { text createdAt conversation { lastMessage { seq } } } }
      } }`,
      { payload: events[0]!.payload },
      ada,
    )
    expect(dataOf<{ _event_conversationEvents: unknown }>(result)._event_conversationEvents).toMatchObject({
      __typename: 'MessageSent',
      rev: 3,
      conversation: {
        id: conversationId,
        lastMessage: { text: 'message 5' },
        messages: { edges: [{ node: { seq: 4, sender: { id: ada.id } } }, { node: { seq: 5 } }] },
      },
      message: { text: 'message 2', conversation: { lastMessage: { seq: 5 } } },
    })
  })
})

/** As retention does it. */
async function dropEvents(conversationId: string, upTo: number): Promise<void> {
  const { events, timelines } = tables
  await world.database.transaction(async (tx) => {
    await tx.update(timelines).set({ floorRev: upTo }).where(eq(timelines.conversationId, conversationId))
    await tx.delete(events).where(and(eq(events.conversationId, conversationId), lte(events.rev, upTo)))
  })
}
