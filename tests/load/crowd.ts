import type { Person } from '../harness/person.ts'
import type { Place } from '../harness/place.ts'
import { atSomeDoor } from './atSomeDoor.ts'
import { LoadClient } from './client.ts'
import { faultsOf, type Removal } from './faultsOf.ts'
import { followConversation, followInbox } from './following.ts'
import { openSocketLine } from './socketLine.ts'
import { openStreamLine } from './streamLine.ts'

interface Member {
  person: Person
  client: LoadClient
}

/** Of a member's clients every fifth follows the inbox, and every fifth the conversation over SSE. */
const kindOf = (index: number) => (index % 5 === 1 ? 'inbox' : index % 5 === 3 ? 'stream' : 'socket')

/** The clients of the members of one conversation, spread over the doors; and what must hold of them. */
export class Crowd {
  readonly owner: Person
  readonly conversationId: string
  readonly #doors: readonly Place[]
  readonly #clients: readonly Member[]
  /** Those who were removed, by their ids. */
  readonly #removals = new Map<string, Removal>()
  readonly #leavers: Person[]
  cuts = 0

  private constructor(owner: Person, conversationId: string, doors: readonly Place[], clients: readonly Member[]) {
    this.owner = owner
    this.conversationId = conversationId
    this.#doors = doors
    this.#clients = clients
    const members = [...new Set(clients.map(({ person }) => person))]
    this.#leavers = members.filter((_, n) => n % 10 === 9)
  }

  /** `people`: the owner of the conversation, then its members, who get the same number of clients each. */
  static async gather(people: readonly Person[], doors: readonly Place[], count: number): Promise<Crowd> {
    const [owner, ...members] = people as [Person, ...Person[]]
    const id = await owner.startGroup('Load', members)
    const after = await atSomeDoor(owner, doors, (person) => revOf(person, id))
    const positions = await Promise.all(members.map((member) => atSomeDoor(member, doors, positionOf)))
    const clients = Array.from({ length: count }, (_, n) => {
      const which = n % members.length
      const person = members[which]!
      const kind = kindOf(Math.floor(n / members.length))
      const name = `client ${n} (${kind})`
      const following =
        kind === 'inbox' ? followInbox(name, id, after, positions[which]!) : followConversation(name, id, after)
      const open = kind === 'stream' ? openStreamLine : openSocketLine
      return {
        person,
        client: new LoadClient(following, { doors, firstDoor: n, token: () => person.accessToken, open }),
      }
    })
    return new Crowd(owner, id, doors, clients)
  }

  get size(): number {
    return this.#clients.length
  }

  /** How many members were removed. */
  get removed(): number {
    return this.#removals.size
  }

  /** The position that half of all clients have. */
  get median(): number {
    const positions = this.#clients.map(({ client }) => client.at).sort((a, b) => a - b)
    return positions[positions.length >> 1]!
  }

  /** The newest position that every client has, of those whose user is still a member. */
  get slowest(): number {
    const staying = this.#clients.filter(({ person }) => !this.#removals.has(person.id))
    return Math.min(...staying.map(({ client }) => client.at))
  }

  send(text: string, clientMessageId: string): Promise<unknown> {
    return atSomeDoor(this.owner, this.#doors, (owner) => owner.send(this.conversationId, text, clientMessageId))
  }

  /** The newest position of the conversation. */
  position(): Promise<number> {
    return atSomeDoor(this.owner, this.#doors, (owner) => revOf(owner, this.conversationId))
  }

  /** Removes the next one of those who are to leave; while nobody else writes, since its position is read afterwards. */
  async removeOne(): Promise<boolean> {
    const leaver = this.#leavers.pop()
    if (!leaver) return false
    await atSomeDoor(this.owner, this.#doors, (owner) => owner.remove(this.conversationId, leaver))
    this.#removals.set(leaver.id, { userId: leaver.id, rev: await this.position() })
    return true
  }

  /** Cuts a share of all connections on which something has come: who is still coming back has been cut already. */
  cut(share: number): void {
    for (const { client } of this.#clients) {
      if (!client.isThere || Math.random() >= share) continue
      client.cut()
      this.cuts++
    }
  }

  /** How many do not have everything yet that there is, up to `last`. */
  behind(last: number): number {
    const isDone = ({ person, client: { record, at } }: Member) =>
      record.errors.length > 0 || (this.#removals.has(person.id) ? record.completed : at >= last)
    return this.#clients.filter((member) => !isDone(member)).length
  }

  faults(last: number): string[] {
    return this.#clients.flatMap(({ person, client }) => faultsOf(client.record, last, this.#removals.get(person.id)))
  }

  get deliveries(): number {
    return this.#clients.reduce((sum, { client }) => sum + client.record.seen.length, 0)
  }

  /** How often a connection ended, by how it did; 1006 are sockets that were cut. */
  get closes(): Record<string, number> {
    const closes: Record<string, number> = {}
    for (const { client } of this.#clients) {
      for (const [how, count] of client.closes) closes[how] = (closes[how] ?? 0) + count
    }
    return closes
  }

  stop(): void {
    for (const { client } of this.#clients) client.stop()
  }
}

async function revOf(person: Person, id: string): Promise<number> {
  const { conversation } = await person.get('query ($id: ID!) { conversation(id: $id) { rev } }', { id })
  return conversation.rev
}

const positionOf = async (person: Person): Promise<string> =>
  (await person.get('{ inbox(first: 1) { position } }')).inbox.position
