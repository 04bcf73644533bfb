import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { eq } from 'drizzle-orm'
import { tables } from '../../../platform/database/index.ts'
import { change, dataOf, openTopicOf, refusalOf, send } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
let ada: User
let bob: User
let cleo: User
let conversationId: string
let sent = 0
beforeAll(async () => {
  world = await openWorld()
  ;[ada, bob, cleo] = (await world.users(3)) as [User, User, User]
})
afterAll(() => world.close())
const fresh = async () => (conversationId = await world.conversation(ada, bob, cleo))

const say = (who: User, more: object) =>
  send(world, who, { conversationId, clientMessageId: `${(sent += 1)}`, text: 'hello', ...more })

/** Ids of users, and `everyone`, as a viewer sees them. */
async function mentioned(id: string): Promise<string[]> {
  const query = 'query ($id: ID!) { message(id: $id) { mentions { id } mentionsEveryone } }'
  const data = dataOf<{ message: { mentions: { id: string }[]; mentionsEveryone: boolean } }>(
    await world.ask(query, { id }, bob),
  )
  return [...data.message.mentions.map((user) => user.id), ...(data.message.mentionsEveryone ? ['everyone'] : [])]
}

/** What mentions are counted from. */
async function counted(): Promise<string[]> {
  const rows = await world.database
    .select()
    .from(tables.mentions)
    .where(eq(tables.mentions.conversationId, conversationId))
  return rows.map(({ userId, seq }) => `${userId} ${seq}`).sort()
}

describe('a mention', () => {
  test('of members is told with the message and its event, and counted for them', async () => {
    await fresh()
    const { id } = await say(ada, { mentions: [bob.id, cleo.id, bob.id] })
    expect((await mentioned(id)).sort()).toEqual([bob.id, cleo.id].sort())
    expect(await counted()).toEqual([`${bob.id} 1`, `${cleo.id} 1`].sort())
    const { events } = await openTopicOf(world, bob, conversationId, { after: 1 })
    expect(events[0]!.payload).toMatchObject({ message: { mentions: [{ id: expect.any(String) }, {}] } })
  })

  test('of someone who is no member is refused, also of one who was', async () => {
    await fresh()
    const [stranger] = await world.users(1)
    expect(await refusalOf(say(ada, { mentions: [bob.id, stranger!.id] }))).toBe('INVALID_INPUT')
    expect(await refusalOf(say(ada, { mentions: ['nobody'] }))).toBe('INVALID_INPUT')
    await world.remove(conversationId, cleo)
    expect(await refusalOf(say(ada, { mentions: [cleo.id] }))).toBe('INVALID_INPUT')
    expect(await counted()).toEqual([])
  })

  test('is one of at most 50', async () => {
    const crowd = await world.users(51)
    conversationId = await world.conversation(ada, bob, ...crowd)
    const ids = crowd.map(({ id }) => id)
    expect(await mentioned((await say(ada, { mentions: ids.slice(0, 50) })).id)).toHaveLength(50)
    expect(await refusalOf(say(ada, { mentions: ids }))).toBe('LIMIT_EXCEEDED')
  })

  test('of everyone is for owners and admins', async () => {
    await fresh()
    expect(await refusalOf(say(ada, { mentionsEveryone: true }))).toBe('FORBIDDEN')
    await world.setRole(conversationId, ada, 'OWNER')
    const { id } = await say(ada, { mentionsEveryone: true })
    expect(await mentioned(id)).toEqual(['everyone'])
    expect(await counted()).toEqual(['* 1'])
  })

  test('stays as it was in an edit that names none, and is another in one that does', async () => {
    await fresh()
    const { id: messageId } = await say(ada, { mentions: [bob.id] })
    const edit = (more: object) => change(world, ada, 'editMessage', { messageId, text: 'hello', ...more })
    expect(await edit({ text: 'hi' })).toMatchObject({ version: 2 })
    expect(await mentioned(messageId)).toEqual([bob.id])
    expect(await edit({ text: 'hi', mentions: [bob.id] })).toMatchObject({ version: 2 })
    expect(await edit({ text: 'hi', mentions: [cleo.id] })).toMatchObject({ version: 3 })
    expect(await mentioned(messageId)).toEqual([cleo.id])
    expect(await counted()).toEqual([`${cleo.id} 1`])
    const [stranger] = await world.users(1)
    expect(await refusalOf(edit({ mentions: [stranger!.id] }))).toBe('INVALID_INPUT')
    expect(await refusalOf(edit({ mentionsEveryone: true }))).toBe('FORBIDDEN')
    expect(await edit({ mentions: [] })).toMatchObject({ version: 4 })
    expect(await counted()).toEqual([])
  })

  test('of one who has left since may stay in an edit, beside others; it cannot come back', async () => {
    await fresh()
    const { id: messageId } = await say(ada, { mentions: [bob.id] })
    const edit = (more: object) => change(world, ada, 'editMessage', { messageId, ...more })
    await world.remove(conversationId, bob)
    expect(await edit({ text: 'both', mentions: [bob.id, cleo.id] })).toMatchObject({ version: 2 })
    expect(await counted()).toEqual([`${bob.id} 1`, `${cleo.id} 1`].sort())
    await edit({ text: 'one', mentions: [cleo.id] })
    expect(await refusalOf(edit({ text: 'again', mentions: [bob.id] }))).toBe('INVALID_INPUT')
  })

  test('goes with the message', async () => {
    await fresh()
    const { id } = await say(ada, { mentions: [bob.id] })
    await change(world, ada, 'deleteMessage', { messageId: id })
    expect([await mentioned(id), await counted()]).toEqual([[], []])
  })
})
