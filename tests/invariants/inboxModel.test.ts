import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Inbox } from '../harness/inbox.ts'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'

let system: TestSystem
beforeAll(async () => {
  system = await TestSystem.start()
})
afterAll(() => system.stop())

/** Where someone is in a conversation: what stands up to `after` is not unread, up to `cleared` not shown. */
interface Place {
  after: number
  cleared: number
}
interface Talk {
  id: string
  owner: Person
  members: Map<Person, Place>
  /** What those who have gone had cleared: it stays so when they come back. */
  cleared: Map<Person, number>
  /** By `seq`, from 1: whom each mentions, and its id. */
  messages: { id: string; sender: Person; mentions: Person[] }[]
}

const mutate = (person: Person, field: string, input: Record<string, unknown>, selection = 'conversation { id }') => {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`
  return person.get(`mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`, { input })
}

/** What is true of all conversations, by the simplest rules. */
class World {
  readonly people: Person[]
  readonly talks: Talk[] = []

  constructor(people: Person[]) {
    this.people = people
  }

  /** Unread and mentions of one person: by conversation. */
  countsOf(person: Person): Record<string, [unread: number, mentions: number]> {
    const own = this.talks.filter(({ members }) => members.has(person))
    return Object.fromEntries(
      own.map(({ id, members, messages }) => {
        const unread = messages.slice(members.get(person)!.after)
        return [id, [unread.length, unread.filter(({ mentions }) => mentions.includes(person)).length]]
      }),
    )
  }
}

/** Two numbers choose who and what. */
type Step = { what: keyof typeof steps; a: number; b: number }
const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)]

function depart(talk: Talk, person: Person): void {
  talk.cleared.set(person, talk.members.get(person)!.cleared)
  talk.members.delete(person)
}

/** Each does one thing through the API, and the same to the model; nothing where it does not apply. */
const steps = {
  async start(world: World, a: number, b: number) {
    const [owner, other] = [pick(world.people, a)!, pick(world.people, b)!]
    const members = [...new Set([owner, other])]
    const id = await owner.startGroup(`Talk ${world.talks.length}`, members.slice(1))
    const places = new Map(members.map((one) => [one, { after: 0, cleared: 0 }]))
    world.talks.push({ id, owner, members: places, cleared: new Map(), messages: [] })
  },
  async send(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const sender = talk && pick([...talk.members.keys()], b)
    if (!sender) return
    const mentions = [...talk.members.keys()].filter((_, index) => (a + b + index) % 3 === 0)
    const input = { conversationId: talk.id, clientMessageId: `${a}-${b}-${talk.messages.length}`, text: `${a} ${b}` }
    const { sendMessage } = await mutate(
      sender,
      'sendMessage',
      { ...input, mentions: mentions.map(({ id }) => id) },
      'message { id seq }',
    )
    talk.messages.push({ id: sendMessage.message.id, sender, mentions })
    expect(sendMessage.message.seq).toBe(talk.messages.length)
    talk.members.get(sender)!.after = talk.messages.length
  },
  async edit(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const message = talk && pick(talk.messages, b)
    if (!message || !talk.members.has(message.sender)) return
    const mentions = [...talk.members.keys()].filter((_, index) => (a + b + index) % 2 === 0)
    const input = { messageId: message.id, text: `edited ${a} ${b}`, mentions: mentions.map(({ id }) => id) }
    const answer = await message.sender.ask(
      'mutation ($input: EditMessageInput!) { editMessage(input: $input) { message { id } } }',
      { input },
    )
    if (answer.errors) expect(answer.errors[0]!.extensions.code).toBe('NOT_FOUND')
    else message.mentions = mentions
  },
  async erase(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const message = talk && pick(talk.messages, b)
    if (!message || !talk.members.has(message.sender)) return
    await mutate(message.sender, 'deleteMessage', { messageId: message.id }, 'message { id }')
    message.mentions = []
  },
  async read(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const reader = talk && pick([...talk.members.keys()], b)
    if (!reader) return
    const seq = (a + b) % (talk.messages.length + 1)
    await mutate(reader, 'markRead', { conversationId: talk.id, seq })
    const place = talk.members.get(reader)!
    place.after = Math.max(place.after, seq)
  },
  async clear(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const member = talk && pick([...talk.members.keys()], b)
    if (!member) return
    const seq = (a * b) % (talk.messages.length + 1)
    await mutate(member, 'clearHistory', { conversationId: talk.id, seq })
    const place = talk.members.get(member)!
    place.after = Math.max(place.after, seq)
    place.cleared = Math.max(place.cleared, seq)
    const history = await member.history(talk.id)
    expect(history.map((message) => message.seq)).toEqual(talk.messages.map((_, n) => n + 1).slice(place.cleared))
  },
  async keep(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const keeper = talk && pick([...talk.members.keys()], b)
    if (!keeper) return
    const settings = [
      { pinned: b % 2 === 0 },
      { archived: b % 3 === 0 },
      { markedUnread: true },
      { notificationLevel: 'NONE' },
    ]
    await mutate(keeper, 'updateConversationSettings', { conversationId: talk.id, ...pick(settings, a + b) })
  },
  async draft(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const writer = talk && pick([...talk.members.keys()], b)
    if (writer) await mutate(writer, 'saveDraft', { conversationId: talk.id, text: b % 3 === 0 ? '' : `draft ${a}` })
  },
  async rename(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    if (talk?.members.has(talk.owner))
      await mutate(talk.owner, 'renameConversation', { conversationId: talk.id, title: `${b}` })
  },
  async add(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const other = pick(world.people, b)!
    if (!talk?.members.has(talk.owner)) return
    await mutate(talk.owner, 'addMembers', { conversationId: talk.id, userIds: [other.id] })
    if (!talk.members.has(other))
      talk.members.set(other, { after: talk.messages.length, cleared: talk.cleared.get(other) ?? 0 })
  },
  async remove(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const other = talk && pick([...talk.members.keys()], b)
    if (!other || other === talk.owner || !talk.members.has(talk.owner)) return
    await talk.owner.remove(talk.id, other)
    depart(talk, other)
  },
  async leave(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const leaver = talk && pick([...talk.members.keys()], b)
    if (!leaver || leaver === talk.owner) return
    await mutate(leaver, 'leaveConversation', { conversationId: talk.id }, 'conversationId')
    depart(talk, leaver)
  },
}

const anyStep: fc.Arbitrary<Step | 'cut' | 'connect'> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant<'send'>('send'), a: fc.nat(20), b: fc.nat(20) }) },
  {
    weight: 12,
    arbitrary: fc.record({
      what: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
      a: fc.nat(20),
      b: fc.nat(20),
    }),
  },
  { weight: 2, arbitrary: fc.constantFrom<'cut' | 'connect'>('cut', 'connect') },
)

test('whatever several people do, on devices that come and go: the inbox kept live is the one read again, and counts as the model does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 25 }), async (script) => {
      const world = new World(await Promise.all(['Ada', 'Bob', 'Cleo'].map((name) => Person.guest(system, name))))
      const devices = await Promise.all(world.people.map((person) => Inbox.read(person)))
      try {
        await live(world, devices, script)
      } finally {
        for (const device of devices) device.close()
      }
    }),
    { numRuns: 8, endOnFailure: false },
  )
}, 240_000)

async function live(world: World, devices: Inbox[], script: readonly (Step | 'cut' | 'connect')[]): Promise<void> {
  for (const device of devices) device.connect()
  await steps.start(world, 0, 1)
  let isCut = false
  for (const step of [...script, 'connect' as const]) {
    // Ada's device is the one that comes and goes.
    if (step === 'cut') devices[0]!.cut()
    else if (step !== 'connect') await steps[step.what](world, step.a, step.b)
    else if (isCut) devices[0]!.connect()
    isCut = step === 'cut' || (isCut && step !== 'connect')
    for (const [index, device] of devices.entries()) {
      if (index === 0 && isCut) continue
      await device.untilFresh()
      const counts = device.state.map(({ id, unreadCount, mentionCount }) => [id, [unreadCount, mentionCount]])
      expect(Object.fromEntries(counts)).toEqual(world.countsOf(world.people[index]!))
      expect(device.errors).toEqual([])
    }
  }
  for (const device of devices) expectEachOnceInOrder(device)
}

/** Except where a conversation was to be read again. */
function expectEachOnceInOrder({ events }: Inbox): void {
  for (const [, own] of Map.groupBy(events, ({ log }) => log)) {
    const positions = own.map(({ position }) => Number(position.split('@')[1]))
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b))
  }
}
