import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readAll, trySend } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
let people: User[]
beforeAll(async () => {
  world = await openWorld()
  people = await world.users(3)
})
afterAll(() => world.close())

interface Step {
  sender: number
  conversation: number
  clientMessageId: string
  text: string
}

/** Few values each, so that retries, conflicts and strangers come up often. */
const step: fc.Arbitrary<Step> = fc.record({
  sender: fc.nat(2),
  conversation: fc.nat(1),
  clientMessageId: fc.constantFrom('a', 'b', 'c', 'd'),
  text: fc.constantFrom('hello', 'hallo', '👋', ' '),
})
/** Steps of one group are sent at once; the groups one after the other. */
const groups = fc.array(fc.array(step, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 })

/** The rules of sending in one conversation. People 0 and 1 are members, 2 is not. */
class Model {
  readonly #first = new Map<string, string>()

  get size(): number {
    return this.#first.size
  }

  /** Of sends at once with the same id, any may be the first: the one that the conversation shows counts as such. */
  learn(sender: number, clientMessageId: string, text: string): void {
    const key = `${sender} ${clientMessageId}`
    if (!this.#first.has(key)) this.#first.set(key, text)
  }

  outcomeOf({ sender, clientMessageId, text }: Step): string {
    if (text === ' ') return 'INVALID_INPUT'
    if (sender === 2) return 'FORBIDDEN'
    return this.#first.get(`${sender} ${clientMessageId}`) === text ? `stored ${text}` : 'IDEMPOTENCY_CONFLICT'
  }
}

/** What the steps of a group came to, sent at once. */
const outcomesOf = (group: Step[], conversations: string[]) =>
  Promise.all(
    group.map(async ({ sender, conversation, clientMessageId, text }) => {
      const input = { conversationId: conversations[conversation]!, clientMessageId, text }
      const outcome = await trySend(world, people[sender]!, input)
      return typeof outcome === 'string' ? outcome : `stored ${outcome.text}`
    }),
  )

test('whatever is sent, again, otherwise, at once or in turn: each outcome is as the rules say, nothing is there twice', async () => {
  await fc.assert(
    fc.asyncProperty(groups, async (run) => {
      const conversations = await Promise.all([0, 1].map(() => world.conversation(people[0]!, people[1]!)))
      const models = [new Model(), new Model()]
      for (const group of run) {
        const outcomes = await outcomesOf(group, conversations)
        for (const [place, conversationId] of conversations.entries()) {
          const stored = await readAll(world, people[0]!, conversationId)
          for (const { sender, clientMessageId, text } of stored) {
            models[place]!.learn(
              people.findIndex(({ id }) => id === sender.id),
              clientMessageId,
              text,
            )
          }
          expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_message, n) => n + 1))
          expect(stored).toHaveLength(models[place]!.size)
        }
        expect(outcomes).toEqual(group.map((one) => models[one.conversation]!.outcomeOf(one)))
      }
    }),
    { numRuns: 40 },
  )
})
