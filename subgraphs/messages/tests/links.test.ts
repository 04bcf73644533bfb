import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { change, dataOf, openTopicOf, readPage, refusalOf, send, type SeenMessage } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
let ada: User
let bob: User
let cleo: User
beforeAll(async () => {
  world = await openWorld()
  ;[ada, bob, cleo] = (await world.users(3)) as [User, User, User]
})
afterAll(() => world.close())

describe('a link to a message', () => {
  const length = 21
  let conversationId: string
  let all: SeenMessage[]
  beforeAll(async () => {
    conversationId = await world.conversation(ada)
    all = []
    for (let n = 1; n <= length; n += 1) {
      all.push(await send(world, ada, { conversationId, clientMessageId: `${n}`, text: `${n}` }))
    }
  })

  test('leads to a page with the message in it, from which one goes on both ways without a gap', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: length }), fc.integer({ min: 1, max: 30 }), async (seq, first) => {
        const page = await readPage(world, ada, conversationId, { around: all[seq - 1]!.id, first })
        const seqs = page.edges.map(({ node }) => node.seq)
        expect(seqs).toContain(seq)
        expect(page.pageInfo.hasPreviousPage).toBe(seqs[0]! > 1)
        expect(page.pageInfo.hasNextPage).toBe(seqs.at(-1)! < length)
        const { startCursor, endCursor } = page.pageInfo
        const before = await readPage(world, ada, conversationId, { last: 100, before: startCursor })
        const after = await readPage(world, ada, conversationId, { first: 100, after: endCursor })
        const whole = [...before.edges, ...page.edges, ...after.edges].map(({ node }) => node.seq)
        expect(whole).toEqual(all.map((message) => message.seq))
      }),
      { numRuns: 40 },
    )
  })

  test('to another conversation’s message, or with other bounds, is refused', async () => {
    const elsewhere = await world.conversation(ada)
    const other = await send(world, ada, { conversationId: elsewhere, clientMessageId: '1', text: 'x' })
    const around = all[3]!.id
    const page = (args: object) => refusalOf(readPage(world, ada, conversationId, args))
    expect(await page({ around: other.id })).toBe('NOT_FOUND')
    expect(await page({ around: 'nothing' })).toBe('NOT_FOUND')
    expect(await page({ around, fromSeq: 2 })).toBe('INVALID_INPUT')
    expect(await page({ around, first: 0 })).toBe('INVALID_INPUT')
    expect(await page({ around, first: 101 })).toBe('INVALID_INPUT')
    expect(await refusalOf(readPage(world, bob, conversationId, { around }))).toBe('FORBIDDEN')
  })
})

describe('a forwarded message', () => {
  let from: string
  let to: string
  let sent = 0
  beforeAll(async () => {
    from = await world.conversation(ada, bob)
    to = await world.conversation(ada, cleo)
  })
  const say = (text: string) => send(world, bob, { conversationId: from, clientMessageId: `${(sent += 1)}`, text })
  const forward = (who: User, messageId: string, clientMessageId = `f${(sent += 1)}`, conversationId = to) =>
    change<SeenMessage>(world, who, 'forwardMessage', { messageId, conversationId, clientMessageId })
  const origin = async (who: User, id: string) => {
    const query = 'query ($id: ID!) { message(id: $id) { text forwardedFrom { sender { id } sentAt message { id } } } }'
    return dataOf<{ message: unknown }>(await world.ask(query, { id }, who)).message
  }

  test('has the text, its first sender and time, and the source for those who may read it', async () => {
    const source = await say('news')
    const copy = await forward(ada, source.id)
    expect(copy).toMatchObject({ text: 'news', sender: { id: ada.id }, conversation: { id: to } })
    const from = { sender: { id: bob.id }, sentAt: source.createdAt }
    expect(await origin(ada, copy.id)).toEqual({ text: 'news', forwardedFrom: { ...from, message: { id: source.id } } })
    expect(await origin(cleo, copy.id)).toEqual({ text: 'news', forwardedFrom: { ...from, message: null } })
    const again = await forward(cleo, copy.id)
    expect(await origin(ada, again.id)).toMatchObject({ forwardedFrom: { ...from, message: { id: source.id } } })
  })

  test('again under the same id is the same message, also after the source was edited or deleted', async () => {
    const source = await say('news')
    const first = await forward(ada, source.id, 'once')
    await change(world, bob, 'editMessage', { messageId: source.id, text: 'old news' })
    expect(await forward(ada, source.id, 'once')).toEqual(first)
    expect(await refusalOf(forward(ada, (await say('other')).id, 'once'))).toBe('IDEMPOTENCY_CONFLICT')
    await change(world, bob, 'deleteMessage', { messageId: source.id })
    expect(await forward(ada, source.id, 'once')).toEqual(first)
    const gone = await say('gone')
    await change(world, bob, 'deleteMessage', { messageId: gone.id })
    expect(await refusalOf(forward(ada, gone.id, 'once'))).toBe('NOT_FOUND')
  })

  test('needs a source that the viewer may read, and a place where they may write', async () => {
    const source = await say('news')
    expect(await refusalOf(forward(cleo, source.id))).toBe('FORBIDDEN')
    expect(await refusalOf(forward(bob, source.id))).toBe('FORBIDDEN')
    await change(world, bob, 'deleteMessage', { messageId: source.id })
    expect(await refusalOf(forward(ada, source.id))).toBe('NOT_FOUND')
  })

  test('is of no message that expires: the copy would stay', async () => {
    const more = { expireAfterSeconds: 60 }
    const input = { conversationId: from, clientMessageId: `${(sent += 1)}`, text: 'for now', ...more }
    const source = await send(world, bob, input)
    expect(await refusalOf(forward(ada, source.id))).toBe('FORBIDDEN')
  })

  test('is a copy: it cannot be edited, and stays when the source goes; its own deletion redacts it', async () => {
    const source = await say('secret news')
    const copy = await forward(ada, source.id)
    expect(await refusalOf(change(world, ada, 'editMessage', { messageId: copy.id, text: 'mine' }))).toBe('FORBIDDEN')
    await change(world, bob, 'deleteMessage', { messageId: source.id })
    expect(await origin(cleo, copy.id)).toMatchObject({ text: 'secret news' })
    await change(world, ada, 'deleteMessage', { messageId: copy.id })
    expect(await origin(cleo, copy.id)).toEqual({ text: '', forwardedFrom: null })
    expect(JSON.stringify(await openTopicOf(world, cleo, to, { after: 0 }))).not.toContain('secret')
  })
})

test('an announcement channel takes messages of its owners and admins only, and reactions of all', async () => {
  const conversationId = await world.conversation(ada, bob)
  await world.setKind(conversationId, 'ANNOUNCEMENT')
  await world.setRole(conversationId, ada, 'ADMIN')
  const { id } = await send(world, ada, { conversationId, clientMessageId: '1', text: 'hear' })
  expect(await refusalOf(send(world, bob, { conversationId, clientMessageId: '1', text: 'no' }))).toBe('FORBIDDEN')
  const reaction = { messageId: id, emoji: '👂' }
  expect(await change(world, bob, 'addReaction', reaction, 'message { id }', 'ReactionInput')).toEqual({ id })
})
