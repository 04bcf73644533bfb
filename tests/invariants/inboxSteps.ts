/** The model of the inbox suite: what is true of all conversations, and what people do. */
import { expect } from '@jest/globals'
import type { Person } from '../harness/person.ts'

/** Where someone is in a conversation: what stands up to `after` is not unread, up to `cleared` not shown. */
interface Place {
  after: number
  cleared: number
}
interface Talk {
  id: string
  /** Undefined: a direct conversation. */
  owner: Person | undefined
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

async function expectRefused(person: Person, field: string, input: Record<string, unknown>, code: string) {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename } }`
  expect(await person.refusal(query, { input })).toBe(code)
}

/** What is true of all conversations, by the simplest rules. */
export class World {
  readonly people: Person[]
  readonly talks: Talk[] = []
  /** Who blocks whom: `blocker blocked`. */
  readonly walls = new Set<string>()

  constructor(people: Person[]) {
    this.people = people
  }

  blocks(one: Person, other: Person): boolean {
    return this.walls.has(`${one.id} ${other.id}`)
  }

  /** Nobody writes in a direct conversation while one of the two blocks the other. */
  isClosed({ owner, members }: Talk): boolean {
    const [one, other] = [...members.keys()]
    return !owner && (this.blocks(one!, other!) || this.blocks(other!, one!))
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
export type Step = { what: keyof typeof steps; a: number; b: number }
const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)]

function depart(talk: Talk, person: Person): void {
  talk.cleared.set(person, talk.members.get(person)!.cleared)
  talk.members.delete(person)
}

/** Each does one thing through the API, and the same to the model; nothing where it does not apply. */
export const steps = {
  async start(world: World, a: number, b: number) {
    const [owner, other] = [pick(world.people, a)!, pick(world.people, b)!]
    if (world.blocks(owner, other) || world.blocks(other, owner)) return
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
    const full = { ...input, mentions: mentions.map(({ id }) => id) }
    if (world.isClosed(talk)) return void (await expectRefused(sender, 'sendMessage', full, 'NOT_CONTACTABLE'))
    const { sendMessage } = await mutate(sender, 'sendMessage', full, 'message { id seq }')
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
    const code = answer.errors?.[0]?.extensions.code
    if (code) expect(world.isClosed(talk) ? ['NOT_FOUND', 'NOT_CONTACTABLE'] : ['NOT_FOUND']).toContain(code)
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
  async talk(world: World, a: number, b: number) {
    const [one, other] = [pick(world.people, a)!, pick(world.people, b)!]
    if (one === other || world.blocks(one, other) || world.blocks(other, one)) return
    const { openDirectConversation } = await mutate(one, 'openDirectConversation', { userId: other.id })
    const { id } = openDirectConversation.conversation
    if (world.talks.some((talk) => talk.id === id)) return
    const places = new Map([one, other].map((person) => [person, { after: 0, cleared: 0 }]))
    world.talks.push({ id, owner: undefined, members: places, cleared: new Map(), messages: [] })
  },
  async block(world: World, a: number, b: number) {
    const [one, other] = [pick(world.people, a)!, pick(world.people, b)!]
    if (one === other) return
    const wall = `${one.id} ${other.id}`
    const field = world.walls.has(wall) ? 'unblockUser' : 'blockUser'
    await one.get(`mutation ($input: BlockUserInput!) { ${field}(input: $input) { user { id } } }`, {
      input: { userId: other.id },
    })
    if (!world.walls.delete(wall)) world.walls.add(wall)
  },
  async react(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const message = talk && pick(talk.messages, b)
    const member = talk && pick([...talk.members.keys()], a + b)
    if (!message || !member) return
    const field = b % 3 === 0 ? 'removeReaction' : 'addReaction'
    const answer = await member.ask(
      `mutation ($input: ReactionInput!) { ${field}(input: $input) { message { id } } }`,
      { input: { messageId: message.id, emoji: '👍' } },
    )
    const allowed = ['NOT_FOUND', ...(world.isClosed(talk) ? ['NOT_CONTACTABLE'] : [])]
    for (const { extensions } of answer.errors ?? []) expect(allowed).toContain(extensions.code)
  },
  async rename(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    if (talk?.owner && talk.members.has(talk.owner))
      await mutate(talk.owner, 'renameConversation', { conversationId: talk.id, title: `${b}` })
  },
  async add(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const other = pick(world.people, b)!
    if (!talk?.owner || !talk.members.has(talk.owner) || world.blocks(talk.owner, other)) return
    if (world.blocks(other, talk.owner)) return
    await mutate(talk.owner, 'addMembers', { conversationId: talk.id, userIds: [other.id] })
    if (!talk.members.has(other))
      talk.members.set(other, { after: talk.messages.length, cleared: talk.cleared.get(other) ?? 0 })
  },
  async remove(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const other = talk && pick([...talk.members.keys()], b)
    if (!talk?.owner || !other || other === talk.owner || !talk.members.has(talk.owner)) return
    await talk.owner.remove(talk.id, other)
    depart(talk, other)
  },
  async leave(world: World, a: number, b: number) {
    const talk = pick(world.talks, a)
    const leaver = talk && pick([...talk.members.keys()], b)
    if (!talk?.owner || !leaver || leaver === talk.owner) return
    await mutate(leaver, 'leaveConversation', { conversationId: talk.id }, 'conversationId')
    depart(talk, leaver)
  },
}
