import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { tables } from '../../platform/database/index.ts'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { until } from '../../platform/time/until.ts'
import { directly, keep, kinds, mutate, page, say, settings, told, type Told } from './given.ts'

let system: TestSystem
beforeAll(async () => {
  system = await TestSystem.start()
})
afterAll(() => system.stop())

const people = (...names: string[]) => Promise.all(names.map((name) => Person.guest(system, name)))

/** After it, whatever was said before in this conversation has been told. */
const settled = async (ada: Person, group: string, ...others: Person[]) => {
  const { seq } = await say(ada, group, 'last', { mentions: others.map(({ id }) => id) })
  const isIt = (one: Told) => one.messageSeq === seq && one.conversation?.id === group
  for (const other of others) {
    await until(
      async () => (await page(other)).told.some(isIt),
      () => `${other.name} was not told of message ${seq}`,
    )
  }
}

describe('who is told', () => {
  test('a mention, a quote, an answer in a thread, a direct message and being added tell whom they are meant for', async () => {
    const [ada, bob, eve] = await people('Ada', 'Bob', 'Eve')
    const group = await ada!.startGroup('Told', [bob!, eve!])
    const first = await say(bob!, group, 'a question')
    await say(ada!, group, 'nothing in particular')
    await say(ada!, group, 'see', { mentions: [bob!.id] })
    await say(ada!, group, 'as you said', { replyToId: first.id })
    await say(ada!, group, 'an answer', { threadRootId: first.id })
    const direct = await directly(ada!, bob!)
    await say(ada!, direct, 'psst')
    const all = await told(bob!, 5)
    expect(kinds(all).sort()).toEqual(['ADDED', 'DIRECT_MESSAGE', 'MENTION', 'REPLY', 'REPLY'])
    expect(all.every(({ actor }) => actor.name === 'Ada')).toBe(true)
    expect(all.find(({ kind }) => kind === 'MENTION')).toMatchObject({
      ...{ conversation: { id: group }, message: { text: 'see' }, messageSeq: 3, readAt: null, silent: false },
    })
    expect(all.find(({ kind }) => kind === 'ADDED')).toMatchObject({ conversation: { id: group }, message: null })
    expect(kinds((await page(eve!)).told)).toEqual(['ADDED'])
    expect((await page(ada!)).told).toEqual([])
  })

  test('for several reasons at once it is told once, as the closest that the user wants', async () => {
    const [ada, bob] = await people('Ada', 'Bob')
    const direct = await directly(ada!, bob!)
    const mine = await say(bob!, direct, 'hello')
    await say(ada!, direct, 'you', { mentions: [bob!.id], replyToId: mine.id })
    expect(kinds(await told(bob!, 1))).toEqual(['MENTION'])
    await settings(bob!, { kinds: ['REPLY', 'DIRECT_MESSAGE'] })
    await say(ada!, direct, 'again', { mentions: [bob!.id], replyToId: mine.id })
    expect(kinds(await told(bob!, 2))).toEqual(['REPLY', 'MENTION'])
  })

  test('an edit tells whom it mentions newly, and nobody twice', async () => {
    const [ada, bob, eve] = await people('Ada', 'Bob', 'Eve')
    const group = await ada!.startGroup('Edits', [bob!, eve!])
    const { id } = await say(ada!, group, 'hi Bob', { mentions: [bob!.id] })
    const mentions = [bob!.id, eve!.id]
    await mutate(ada!, 'editMessage', { messageId: id, text: 'hi both', mentions }, 'message { id }')
    expect(kinds(await told(eve!, 2))).toEqual(['MENTION', 'ADDED'])
    expect(kinds((await page(bob!)).told)).toEqual(['MENTION', 'ADDED'])
  })

  test('everyone is everyone but the one who says so, each once, also who is named besides', async () => {
    const [ada, bob, eve] = await people('Ada', 'Bob', 'Eve')
    const group = await ada!.startGroup('All', [bob!, eve!])
    await say(ada!, group, 'all, and Bob', { mentionsEveryone: true, mentions: [bob!.id] })
    expect(kinds(await told(eve!, 2))).toEqual(['EVERYONE', 'ADDED'])
    expect(kinds(await told(bob!, 2))).toEqual(['MENTION', 'ADDED'])
    expect((await page(ada!)).told).toEqual([])
  })

  test('reactions are told to who wants them, once for each who reacts', async () => {
    const [ada, bob, eve] = await people('Ada', 'Bob', 'Eve')
    const group = await ada!.startGroup('Reactions', [bob!, eve!])
    const [first, second] = [await say(bob!, group, 'one'), await say(bob!, group, 'two')]
    const react = (who: Person, messageId: string, emoji: string) =>
      mutate(who, 'addReaction', { messageId, emoji }, 'message { id }')
    await react(ada!, first.id, '👍')
    await settled(ada!, group, bob!)
    await settings(bob!, { kinds: ['REACTION', 'MENTION'] })
    for (const emoji of ['👍', '🎉']) await react(ada!, second.id, emoji)
    await react(eve!, second.id, '👍')
    await react(bob!, second.id, '👍')
    await settled(ada!, group, bob!)
    expect(kinds((await page(bob!)).told)).toEqual(['MENTION', 'REACTION', 'REACTION', 'MENTION', 'ADDED'])
  })

  test('who joins by themselves, or opens a direct conversation, is told nothing, nor is the other side', async () => {
    const [ada, bob] = await people('Ada', 'Bob')
    const { conversation } = await mutate(ada!, 'createChannel', { title: 'Open' }, 'conversation { id }')
    await mutate(bob!, 'joinChannel', { conversationId: conversation.id }, 'conversation { id }')
    const direct = await directly(ada!, bob!)
    await say(ada!, direct, 'the first')
    expect(kinds(await told(bob!, 1))).toEqual(['DIRECT_MESSAGE'])
  })
})

describe('the rules of a conversation', () => {
  test('muted, or with the level NONE, it tells nothing; with MENTIONS what names the member or everyone', async () => {
    const [ada, bob, eve, cyd] = await people('Ada', 'Bob', 'Eve', 'Cyd')
    const group = await ada!.startGroup('Levels', [bob!, eve!, cyd!])
    // What is told follows the rules of the moment in which it is told, not of the one in which it happened.
    for (const who of [bob!, eve!, cyd!]) await told(who, 1)
    const theirs = await Promise.all([bob!, eve!, cyd!].map((who) => say(who, group, 'mine')))
    await keep(bob!, group, { mutedUntil: new Date(Date.now() + 3_600_000).toISOString() })
    await keep(eve!, group, { notificationLevel: 'MENTIONS' })
    await keep(cyd!, group, { notificationLevel: 'NONE' })
    for (const { id } of theirs) await say(ada!, group, 'quoting', { replyToId: id })
    await say(ada!, group, 'named', { mentions: [bob!.id, eve!.id, cyd!.id] })
    await say(ada!, group, 'everyone', { mentionsEveryone: true })
    expect(kinds(await told(eve!, 3))).toEqual(['EVERYONE', 'MENTION', 'ADDED'])
    await keep(bob!, group, { mutedUntil: null })
    await keep(cyd!, group, { notificationLevel: 'ALL' })
    await settled(ada!, group, bob!, cyd!)
    for (const who of [bob!, cyd!]) expect(kinds((await page(who)).told)).toEqual(['MENTION', 'ADDED'])
  })

  test('of what they have read already, nobody is told; who has left is not told, and nothing of it stays unread', async () => {
    const [ada, bob] = await people('Ada', 'Bob')
    const group = await ada!.startGroup('Leaving', [bob!])
    await say(ada!, group, 'bye', { mentions: [bob!.id] })
    await told(bob!, 2)
    expect(await page(bob!)).toMatchObject({ unreadCount: 2 })
    await mutate(bob!, 'leaveConversation', { conversationId: group }, 'conversationId')
    const other = await ada!.startGroup('Other', [bob!])
    await settled(ada!, other, bob!)
    const { told: all, unreadCount } = await page(bob!)
    expect(unreadCount).toBe(2)
    expect(all.filter(({ readAt }) => readAt).map(({ conversation, message }) => [conversation, message])).toEqual([
      [null, null],
      [null, null],
    ])
  })
})

describe('the rules of a user', () => {
  test('a block holds both ways, in direct conversations and in groups', async () => {
    const [ada, bob, eve] = await people('Ada', 'Bob', 'Eve')
    const group = await ada!.startGroup('Blocks', [bob!, eve!])
    await told(bob!, 1)
    await mutate(bob!, 'blockUser', { userId: eve!.id }, 'user { id }')
    await say(eve!, group, 'look', { mentions: [bob!.id, ada!.id] })
    await say(bob!, group, 'look', { mentions: [eve!.id, ada!.id] })
    await settled(ada!, group, bob!, eve!)
    for (const who of [bob!, eve!]) expect(kinds((await page(who)).told)).toEqual(['MENTION', 'ADDED'])
    expect(kinds((await page(ada!)).told)).toEqual(['MENTION', 'MENTION'])
  })

  test('in do-not-disturb hours notifications are kept, silent', async () => {
    const [ada, bob] = await people('Ada', 'Bob')
    const direct = await directly(ada!, bob!)
    const clock = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16)
    const quietHours = { start: clock(-60), end: clock(60), timeZone: 'UTC' }
    await settings(bob!, { quietHours })
    await say(ada!, direct, 'at night')
    expect(await told(bob!, 1)).toMatchObject([{ silent: true }])
    await settings(bob!, { quietHours: null })
    await say(ada!, direct, 'in the morning')
    expect(await told(bob!, 2)).toMatchObject([{ silent: false }, { silent: true }])
  })

  test('a deleted account is told nothing, and nothing of it is kept', async () => {
    const [ada, bob, eve] = await people('Ada', 'Bob', 'Eve')
    const group = await ada!.startGroup('Gone', [bob!, eve!])
    await told(bob!, 1)
    await mutate(bob!, 'deleteAccount', {}, 'userId')
    await say(ada!, group, 'all', { mentionsEveryone: true })
    await told(eve!, 2)
    const rows = await system.databases.users.select().from(tables.notifications)
    expect(rows.filter(({ userId }) => userId === bob!.id)).toEqual([])
  })
})
