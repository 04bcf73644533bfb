import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { change, dataOf, send } from './asking.ts'
import { openWorld, type User, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

interface Line {
  type: 'scheduledMessage' | 'conversation' | 'message' | 'end'
  cursor: string
  conversation?: { id: string; state: string }
  scheduledMessage?: { id: string; text: string }
  message?: { conversationId: string; senderId: string; clientMessageId: string; text: string }
  reason?: string
}

const SCHEDULE = `mutation ($input: ScheduleMessageInput!) { scheduleMessage(input: $input) { scheduledMessage { id } } }`
interface Scheduled {
  scheduleMessage: { scheduledMessage: { id: string } }
}

/** `GET /export/me` as it is answered. */
async function exported({ authorization }: User, query: Record<string, string>): Promise<Line[]> {
  const url = `/export/me?${new URLSearchParams(query)}`
  const { signal } = new AbortController()
  const request = { method: 'GET', url, headers: {}, body: Buffer.alloc(0), authorization, signal }
  const { status, body } = await world.pass(request)
  expect(status).toBe(200)
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(Buffer.from(chunk as string))
  const lines = Buffer.concat(chunks).toString().trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as Line)
}

/** Two people in two conversations. Ids of few kinds, in cases and signs that sort differently from place to place. */
const place = { person: fc.nat(1), place: fc.nat(1) }
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('say'), ...place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('edit', 'delete', 'leave'), ...place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('schedule', 'schedule', 'cancel'), ...place }) },
)
const names = fc.uniqueArray(fc.stringMatching(/^[aAbB_.:-]{1,3}$/), { minLength: 30, maxLength: 30 })

test('in parts of any size, while more is said, it has each conversation once and everything of one’s own once, nothing of others’', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      names,
      fc.integer({ min: 1, max: 7 }),
      async (steps, ids, size) => {
        const people = await world.users(2)
        const [ada, bob] = people as [User, User]
        const places = [await world.conversation(ada, bob), await world.conversation(bob, ada)]
        /** The text of what each has said, by where and under which id; null of what was deleted. */
        const said = people.map(() => new Map<string, string | null>())
        const messages = new Map<string, string>()
        const gone = new Set<string>()
        /** What each has waiting: its text, by its id. */
        const waiting = people.map(() => new Map<string, string>())
        const schedule = async (person: number, at: number, n: number) => {
          const text = `later ${n}`
          // Some at the same moment.
          const sendAt = new Date(Date.now() + 3_600_000 - (Date.now() % 1_800_000)).toISOString()
          const input = { conversationId: places[at]!, clientMessageId: `later-${n}`, text, sendAt }
          const { scheduleMessage } = dataOf<Scheduled>(await world.ask(SCHEDULE, { input }, people[person]))
          waiting[person]!.set(scheduleMessage.scheduledMessage.id, text)
        }
        const cancel = async (person: number) => {
          const id = [...waiting[person]!.keys()].at(-1)
          if (id === undefined) return
          await change(world, people[person], 'cancelScheduledMessage', { id }, 'id')
          waiting[person]!.delete(id)
        }
        const say = async (person: number, at: number, clientMessageId: string) => {
          if (gone.has(`${person} ${at}`)) return
          const key = `${places[at]} ${clientMessageId}`
          const input = { conversationId: places[at]!, clientMessageId, text: `said ${clientMessageId}` }
          messages.set(`${person} ${key}`, (await send(world, people[person]!, input)).id)
          said[person]!.set(key, input.text)
        }
        for (const [n, { do: does, person, place: at }] of steps.entries()) {
          if (does === 'say') await say(person, at, ids[n]!)
          if (does === 'cancel') await cancel(person)
          const mine = [...said[person]!].filter(([key, text]) => text !== null && key.startsWith(places[at]!))
          const [key] = mine.at(-1) ?? []
          if (gone.has(`${person} ${at}`)) continue
          if (does === 'schedule') await schedule(person, at, n)
          if (does === 'leave') {
            await world.remove(places[at]!, people[person]!)
            gone.add(`${person} ${at}`)
          }
          const messageId = messages.get(`${person} ${key}`)
          if (key === undefined || !messageId) continue
          if (does === 'edit') await change(world, people[person], 'editMessage', { messageId, text: `edited ${n}` })
          if (does === 'edit') said[person]!.set(key, `edited ${n}`)
          if (does === 'delete') await change(world, people[person], 'deleteMessage', { messageId })
          if (does === 'delete') said[person]!.set(key, null)
        }
        for (const [person, user] of people.entries()) {
          const before = new Map(said[person])
          const lines: Line[] = []
          for (let after: string | undefined, part = 0; ; part += 1) {
            const some = await exported(user, { limit: String(size), ...(after !== undefined && { after }) })
            expect(some.length).toBeLessThanOrEqual(size + 1)
            lines.push(...some.slice(0, -1))
            const end = some.at(-1)!
            if (end.reason === 'complete') break
            after = end.cursor
            if (part < 3) await say(1 - person, part % 2, `later-${person}-${part}`)
          }
          const scheduled = lines.flatMap(({ scheduledMessage }) => scheduledMessage ?? [])
          expect(scheduled.map(({ id, text }) => [id, text]).sort()).toEqual([...waiting[person]!].sort())
          const conversations = lines.flatMap(({ conversation }) => conversation ?? [])
          const state = (at: number) => (gone.has(`${person} ${at}`) ? 'REMOVED' : 'ACTIVE')
          expect(conversations.map(({ id, state }) => ({ id, state }))).toEqual(
            places.map((id, at) => ({ id, state: state(at) })).sort((a, b) => (a.id < b.id ? -1 : 1)),
          )
          const own = lines.flatMap(({ message }) => message ?? [])
          expect(new Set(own.map(({ senderId }) => senderId)).size).toBeLessThanOrEqual(1)
          const told = own.map(
            (message) => [`${message.conversationId} ${message.clientMessageId}`, message.text] as const,
          )
          expect(told).toHaveLength(before.size)
          expect(new Map(told)).toEqual(new Map([...before].map(([key, text]) => [key, text ?? ''])))
        }
      },
    ),
    { numRuns: 15 },
  )
})
