import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { change, dataOf, openTopicOf, readAll, readMessage, readPage, refusalOf, send } from './asking.ts'
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

async function aMessage(text = 'first') {
  const conversationId = await world.conversation(ada, bob)
  const message = await send(world, ada, { conversationId, clientMessageId: 'a1', text })
  return { conversationId, messageId: message.id }
}

const edit = (editor: User, messageId: string, text: string, more: object = {}) =>
  change(world, editor, 'editMessage', { messageId, text, ...more })

const earlierTexts = async (reader: User, messageId: string) => {
  const query = `query ($id: ID!) { messageEdits(messageId: $id) { edges { node { version text writtenAt } } } }`
  const data = dataOf<{ messageEdits: { edges: { node: { version: number; text: string } }[] } }>(
    await world.ask(query, { id: messageId }, reader),
  )
  return data.messageEdits.edges.map(({ node }) => `${node.version} ${node.text}`)
}

/** Everything that the log holds of a conversation, as someone who resumes from the beginning reads it. */
const logOf = (reader: User, conversationId: string) => openTopicOf(world, reader, conversationId, { after: 0 })

describe('an edit', () => {
  test('replaces the text, says so, keeps the one before, and is an event with the new message', async () => {
    const { conversationId, messageId } = await aMessage()
    expect(await edit(ada, messageId, 'second')).toMatchObject({ text: 'second', version: 2, seq: 1 })
    expect(await edit(ada, messageId, 'third')).toMatchObject({ text: 'third', version: 3 })
    expect(await readMessage(world, bob, messageId)).toMatchObject({ text: 'third' })
    expect(await earlierTexts(bob, messageId)).toEqual(['1 first', '2 second'])
    const { events } = await logOf(bob, conversationId)
    expect(events.map(({ payload }) => payload)).toMatchObject([
      { __typename: 'ConversationCreated' },
      { __typename: 'MessageSent', message: { text: 'first', version: 1, editedAt: null } },
      { __typename: 'MessageEdited', message: { text: 'second', version: 2, editedAt: expect.any(String) } },
      { __typename: 'MessageEdited', message: { text: 'third', version: 3 } },
    ])
  })

  test('to the text that it has changes nothing, so a retry is safe', async () => {
    const { conversationId, messageId } = await aMessage()
    const first = await edit(ada, messageId, 'second', { expectedVersion: 1 })
    expect(await edit(ada, messageId, 'second', { expectedVersion: 1 })).toEqual(first)
    expect(await logOf(ada, conversationId)).toMatchObject({ rev: 3 })
  })

  test('of a version that is no longer the newest is refused, where the editor says which they saw', async () => {
    const { messageId } = await aMessage()
    await edit(ada, messageId, 'from the phone')
    expect(await refusalOf(edit(ada, messageId, 'from the desk', { expectedVersion: 1 }))).toBe('VERSION_CONFLICT')
    expect(await edit(ada, messageId, 'from the desk', { expectedVersion: 2 })).toMatchObject({ version: 3 })
  })

  test('is for the sender alone, while a member; others and strangers get one answer', async () => {
    const { conversationId, messageId } = await aMessage()
    expect(await refusalOf(edit(bob, messageId, 'x'))).toBe('FORBIDDEN')
    expect(await refusalOf(edit(mallory, messageId, 'x'))).toBe('FORBIDDEN')
    expect(await refusalOf(edit(mallory, 'no id', 'x'))).toBe('FORBIDDEN')
    await world.remove(conversationId, ada)
    expect(await refusalOf(edit(ada, messageId, 'x'))).toBe('FORBIDDEN')
    expect(await refusalOf(earlierTexts(mallory, messageId))).toBe('FORBIDDEN')
  })

  test('is held to the rules of a text, and to 100 a message', async () => {
    const { messageId } = await aMessage()
    expect(await refusalOf(edit(ada, messageId, ' '))).toBe('INVALID_INPUT')
    expect(await refusalOf(edit(ada, messageId, 'a\u0000b'))).toBe('INVALID_INPUT')
    expect(await refusalOf(edit(ada, messageId, 'x'.repeat(10_001)))).toBe('TEXT_TOO_LONG')
    expect(await edit(ada, messageId, 'e\u0301')).toMatchObject({ text: '\u00e9', version: 2 })
    for (let n = 2; n <= 100; n += 1) await edit(ada, messageId, `edit ${n}`)
    expect(await refusalOf(edit(ada, messageId, 'one more'))).toBe('LIMIT_EXCEEDED')
  })

  test('does not make a retried send another message, nor a conflict', async () => {
    const { conversationId, messageId } = await aMessage()
    await edit(ada, messageId, 'second')
    const again = await send(world, ada, { conversationId, clientMessageId: 'a1', text: 'first' })
    expect(again).toMatchObject({ id: messageId, text: 'second' })
  })
})

describe('a message deleted for all', () => {
  const deleteIt = (who: User, messageId: string) => change(world, who, 'deleteMessage', { messageId })

  test('is a tombstone in its place, and its text can be read back from nowhere', async () => {
    const { conversationId, messageId } = await aMessage('secret one')
    await edit(ada, messageId, 'secret two')
    expect(await deleteIt(ada, messageId)).toMatchObject({ text: '', version: 3, deletedAt: expect.any(String) })
    const everything = [
      await readMessage(world, bob, messageId),
      await readPage(world, bob, conversationId),
      await earlierTexts(bob, messageId),
      await logOf(bob, conversationId),
    ]
    expect(JSON.stringify(everything)).not.toContain('secret')
    expect((await logOf(bob, conversationId)).events.map(({ payload }) => payload)).toMatchObject([
      {},
      { __typename: 'MessageSent', message: { text: '', deletedAt: expect.any(String) } },
      { __typename: 'MessageEdited', message: { text: '', deletedAt: expect.any(String) } },
      { __typename: 'MessageDeleted', message: { id: messageId, text: '', deletedBy: { id: ada.id } } },
    ])
    expect(await readAll(world, bob, conversationId)).toMatchObject([{ id: messageId, text: '' }])
  })

  test('leaves the text of other messages in the log', async () => {
    const { conversationId, messageId } = await aMessage('secret')
    await send(world, bob, { conversationId, clientMessageId: 'b1', text: 'stays' })
    await deleteIt(ada, messageId)
    const text = JSON.stringify(await logOf(bob, conversationId))
    expect([text.includes('secret'), text.includes('stays')]).toEqual([false, true])
  })

  test('again is the same, and one event', async () => {
    const { conversationId, messageId } = await aMessage()
    const first = await deleteIt(ada, messageId)
    expect(await deleteIt(ada, messageId)).toEqual(first)
    expect((await logOf(ada, conversationId)).rev).toBe(3)
  })

  test('cannot be edited, and stays a tombstone for a retried send', async () => {
    const { conversationId, messageId } = await aMessage()
    await deleteIt(ada, messageId)
    expect(await refusalOf(edit(ada, messageId, 'back'))).toBe('NOT_FOUND')
    const again = await send(world, ada, { conversationId, clientMessageId: 'a1', text: 'first' })
    expect(again).toMatchObject({ id: messageId, text: '' })
  })

  test('needs the sender, or an owner or admin of the group', async () => {
    const { conversationId, messageId } = await aMessage()
    expect(await refusalOf(deleteIt(mallory, messageId))).toBe('FORBIDDEN')
    expect(await refusalOf(deleteIt(bob, messageId))).toBe('FORBIDDEN')
    await world.setRole(conversationId, bob, 'ADMIN')
    expect(await deleteIt(bob, messageId)).toMatchObject({ text: '' })
  })
})

describe('a message deleted for me', () => {
  const hide = (who: User, messageId: string) =>
    change<{ hiddenForMe: boolean }>(world, who, 'deleteMessageForMe', { messageId }, 'message { hiddenForMe }')

  test('is gone from my lists, stays in others’, and is no event', async () => {
    const conversationId = await world.conversation(ada, bob)
    const ids: string[] = []
    for (const text of ['one', 'two', 'three']) {
      ids.push((await send(world, ada, { conversationId, clientMessageId: text, text })).id)
    }
    const before = (await logOf(ada, conversationId)).rev
    expect(await hide(bob, ids[1]!)).toEqual({ hiddenForMe: true })
    expect(await hide(bob, ids[1]!)).toEqual({ hiddenForMe: true })
    expect((await readAll(world, bob, conversationId)).map(({ text }) => text)).toEqual(['one', 'three'])
    expect(await readAll(world, ada, conversationId)).toHaveLength(3)
    expect((await logOf(ada, conversationId)).rev).toBe(before)
    expect(await refusalOf(hide(mallory, ids[0]!))).toBe('FORBIDDEN')
  })

  test('lets pages go on to the end, whatever is hidden', async () => {
    const conversationId = await world.conversation(ada, bob)
    for (let n = 1; n <= 9; n += 1) {
      const { id } = await send(world, ada, { conversationId, clientMessageId: `${n}`, text: `${n}` })
      if (n !== 3 && n !== 4) await hide(bob, id)
    }
    for (const args of [{ first: 2 }, { last: 2 }, { first: 1 }, { last: 1 }, { first: 9 }]) {
      const seen: string[] = []
      for (let at: object = {}, pages = 0; pages < 5; pages += 1) {
        const { edges, pageInfo } = await readPage(world, bob, conversationId, { ...args, ...at })
        seen.push(...edges.map(({ node }) => node.text))
        const more = 'first' in args ? pageInfo.hasNextPage : pageInfo.hasPreviousPage
        if (!more) break
        at = 'first' in args ? { after: pageInfo.endCursor } : { before: pageInfo.startCursor }
      }
      expect(seen.sort()).toEqual(['3', '4'])
    }
  })
})
