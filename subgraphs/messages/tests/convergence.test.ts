import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { StoredPayload } from '../../../platform/timeline/index.ts'
import { change, openTopicOf, trySend } from './asking.ts'
import { applyEvent, readState, type State } from './followed.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
let people: User[]
beforeAll(async () => {
  world = await openWorld()
  people = await world.users(3)
})
afterAll(() => world.close())

interface Step {
  do: 'send' | 'reply' | 'edit' | 'delete' | 'react' | 'unreact' | 'pin' | 'unpin'
  who: number
  /** Which message, counted from the newest. */
  at: number
  word: string
}

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('send', 'send', 'reply', 'edit', 'delete', 'react', 'react', 'unreact', 'pin', 'unpin'),
  who: fc.nat(2),
  at: fc.nat(3),
  word: fc.constantFrom('red', 'green', 'blue'),
})
const emoji: Record<string, string> = { red: '🍎', green: '🍏', blue: '🫐' }
let named = 0

/** A message as the rules make it, told by no part of the code under test. */
interface Modelled {
  id: string
  sender: number
  text: string
  version: number
  deleted: boolean
  root: string | null
  reactions: Map<string, Set<number>>
  pinned: boolean
}

/** The rules, over a plain list. Person 0 is an admin. */
class Model {
  readonly messages: Modelled[] = []

  pick(at: number): Modelled | undefined {
    return this.messages[this.messages.length - 1 - at]
  }

  add(id: string, sender: number, text: string, target: Modelled | undefined): void {
    const root = target ? (target.root ?? target.id) : null
    this.messages.push({ id, sender, text, root, version: 1, deleted: false, reactions: new Map(), pinned: false })
  }

  apply({ do: what, who, word }: Step, message: Modelled): void {
    const who_ = message.reactions.get(emoji[word]!) ?? new Set()
    if (what === 'delete' && !message.deleted && (who === message.sender || who === 0)) {
      Object.assign(message, {
        text: '',
        deleted: true,
        version: message.version + 1,
        pinned: false,
        reactions: new Map(),
      })
    }
    if (message.deleted) return
    if (what === 'edit' && who === message.sender && message.text !== word) {
      Object.assign(message, { text: word, version: message.version + 1 })
    }
    if (what === 'react') message.reactions.set(emoji[word]!, who_.add(who))
    if (what === 'unreact') who_.delete(who)
    if (what === 'pin' && who === 0) message.pinned = true
    if (what === 'unpin' && who === 0) message.pinned = false
  }

  get state() {
    return this.messages.map(({ id, text, version, deleted, reactions, pinned }, place) => ({
      ...{ id, seq: place + 1, text, version, deleted, pinned },
      reactions: [...reactions].flatMap(([sign, who]) => (who.size > 0 ? [`${sign} ${who.size}`] : [])).sort(),
      replies: this.messages.filter(({ root }) => root === id).length,
    }))
  }
}

const inputs: Partial<Record<Step['do'], [mutation: string, type: string]>> = {
  edit: ['editMessage', 'EditMessageInput'],
  delete: ['deleteMessage', 'DeleteMessageInput'],
  react: ['addReaction', 'ReactionInput'],
  unreact: ['removeReaction', 'ReactionInput'],
  pin: ['pinMessage', 'PinMessageInput'],
  unpin: ['unpinMessage', 'PinMessageInput'],
}

/** Does a step through the API; what is refused there changes nothing. */
async function act(conversationId: string, { do: what, who, word }: Step, targetId: string | undefined) {
  const person = people[who]!
  if (what === 'send' || what === 'reply') {
    const more = what === 'reply' && targetId ? { threadRootId: targetId, replyToId: targetId } : {}
    return trySend(world, person, { conversationId, clientMessageId: `${(named += 1)}`, text: word, ...more })
  }
  if (!targetId) return undefined
  const [mutation, type] = inputs[what]!
  const input = {
    messageId: targetId,
    ...(what === 'edit' && { text: word }),
    ...(/react/.test(what) && { emoji: emoji[word] }),
  }
  return change(world, person, mutation, input, 'message { id }', type).catch(() => undefined)
}

async function aConversation(): Promise<string> {
  const conversationId = await world.conversation(...people)
  await world.setRole(conversationId, people[0]!, 'ADMIN')
  return conversationId
}

const eventsAfter = async (conversationId: string, after: number) =>
  (await openTopicOf(world, people[1]!, conversationId, { after, limit: 1_000 })).events.map(
    ({ payload }) => payload as unknown as StoredPayload,
  )
const positionOf = async (conversationId: string) => (await openTopicOf(world, people[1]!, conversationId)).rev
const fresh = (conversationId: string) => readState(world, people[1]!, conversationId)
const follow = (state: State, events: StoredPayload[]) => events.reduce(applyEvent, state)

test('I4: whatever is done, a state read at any position and the events after it equal the state read afresh, and the rules', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), fc.nat(24), async (steps, cut) => {
      const conversationId = await aConversation()
      const model = new Model()
      let before: { state: State; rev: number } = { state: {}, rev: 0 }
      for (const [place, one] of steps.entries()) {
        if (place === cut) before = { rev: await positionOf(conversationId), state: await fresh(conversationId) }
        const target = model.pick(one.at)
        const done = await act(conversationId, one, target?.id)
        if (one.do === 'send') model.add((done as { id: string }).id, one.who, one.word, undefined)
        else if (one.do === 'reply') model.add((done as { id: string }).id, one.who, one.word, target)
        else if (target) model.apply(one, target)
      }
      const now = await fresh(conversationId)
      const told = Object.entries(now).map(([id, { edited: _edited, mentions: _mentions, ...kept }]) => ({
        id,
        ...kept,
      }))
      expect(told).toEqual(model.state)
      expect(follow(before.state, await eventsAfter(conversationId, before.rev))).toEqual(now)
      expect(follow({}, await eventsAfter(conversationId, 0))).toEqual(now)
    }),
    { numRuns: 30 },
  )
})

test('I4: the same where several do it at once', async () => {
  const groups = fc.array(fc.array(step, { minLength: 2, maxLength: 8 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(groups, async (run) => {
      const conversationId = await aConversation()
      for (const group of run) {
        const ids = Object.keys(await fresh(conversationId)).reverse()
        const [rev, state] = [await positionOf(conversationId), await fresh(conversationId)]
        await Promise.all(group.map((one) => act(conversationId, one, ids[one.at])))
        const now = await fresh(conversationId)
        expect(follow(state, await eventsAfter(conversationId, rev))).toEqual(now)
        expect(follow({}, await eventsAfter(conversationId, 0))).toEqual(now)
      }
    }),
    { numRuns: 15 },
  )
})
