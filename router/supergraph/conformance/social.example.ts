/** Three subgraphs over random data: with nulls and failures wherever the tape says so. */
import type { Data } from './federate.ts'

export const socialSubgraphs = {
  accounts: `type Query { me: User users: [User!]! node: Node }
    interface Node { id: ID! }
    type User implements Node @key(fields: "id") { id: ID! name: String! nick: String tags: [String!] home: Place @shareable base: Int }
    type Place { city: String @shareable zip: Int! @shareable }
    type Bot implements Node @key(fields: "id serial { n }") { id: ID! serial: Serial! owner: User }
    type Serial { n: Int! @shareable }`,
  posts: `type Query { feed: [[Item]] post(index: Int!): Post }
    union Item = Post | Ad | Bot
    interface Node { id: ID! }
    type Post implements Node @key(fields: "id") { id: ID! title: String author: User! related: [Post!] at: Place @shareable text(length: Int!): String }
    type Place { city: String @shareable zip: Int! @shareable }
    type Ad { text: String! by: User price: Float }
    type Bot @key(fields: "id serial { n }") { id: ID! serial: Serial! posts: [Post] }
    type Serial { n: Int! @shareable }
    type User @key(fields: "id") { id: ID! posts: [Post] top: Post! home: Place @shareable }`,
  stats: `type Post @key(fields: "id") { id: ID! likes: Int! by: [User!] grid: [[User]!] }
    type User @key(fields: "id") { id: ID! base: Int @external karma: Int level: String @requires(fields: "base") }`,
}

/** Reads numbers from 0 to 99, over and over. */
class Tape {
  readonly #numbers: readonly number[]
  #at = 0

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers
  }

  next(): number {
    return this.#numbers[this.#at++ % this.#numbers.length]!
  }

  /** Mostly the value; else null, or a failure. */
  some(value: unknown): unknown {
    const fate = this.next()
    if (fate < 8) return null
    if (fate < 14) return this.#failure()
    return value
  }

  pick<T>(from: readonly T[]): T {
    return from[this.next() % from.length]!
  }

  list<T>(from: readonly T[], most = 3): unknown[] {
    return Array.from({ length: this.next() % (most + 1) }, () => (this.next() < 8 ? null : this.pick(from)))
  }

  #failure() {
    return () => {
      throw new Error('This field fails.')
    }
  }
}

export function socialData(numbers: readonly number[]): Data {
  const tape = new Tape(numbers)
  const of = (__typename: string, ids: string[]) => ids.map((id): Record<string, unknown> => ({ __typename, id }))
  const users = of('User', ['u1', 'u2', 'u3'])
  const posts = of('Post', ['p1', 'p2', 'p3', 'p4'])
  const bots = of('Bot', ['b1', 'b2'])
  const ads = [1, 2].map((n) => ({
    __typename: 'Ad',
    text: tape.some(`ad "${n}"\n`),
    by: tape.some(tape.pick(users)),
    price: tape.some(n / 3),
  }))
  const place = () => ({ city: tape.some('Bergen – ☂'), zip: tape.some(tape.next()) })
  for (const user of users) fillUser(tape, user, posts, place)
  for (const post of posts) fillPost(tape, post, { users, posts, place })
  bots.forEach((bot, n) =>
    Object.assign(bot, { serial: { n }, owner: tape.some(tape.pick(users)), posts: tape.some(tape.list(posts)) }),
  )
  const items = [...posts, ...ads, ...bots]
  const root = {
    me: tape.some(tape.pick(users)),
    users: tape.some(users),
    node: tape.some(tape.pick([...users, ...bots])),
    feed: tape.some([tape.list(items, 5), null, tape.list(items, 5)]),
    post: ({ index }: { index: number }) => posts[index],
  }
  return { root, entities: { User: users, Post: posts, Bot: bots } }
}

type Entity = Record<string, unknown>

function fillUser(tape: Tape, user: Entity, posts: Entity[], place: () => object): void {
  Object.assign(user, {
    name: tape.some(`Name of ${String(user['id'])}`),
    nick: tape.some('ni\\ck'),
    tags: tape.some(['a', tape.next() < 5 ? null : 'b']),
    home: tape.some(place()),
    base: tape.next() < 20 ? null : tape.next(),
    posts: tape.some(tape.list(posts)),
    top: tape.some(tape.pick(posts)),
    karma: tape.some(tape.next()),
    level(this: Entity) {
      return `level ${String(this['base'])}`
    },
  })
}

function fillPost(
  tape: Tape,
  post: Entity,
  { users, posts, place }: { users: Entity[]; posts: Entity[]; place: () => object },
): void {
  Object.assign(post, {
    title: tape.some('title'),
    author: tape.some(tape.pick(users)),
    related: tape.some(tape.list(posts)),
    at: tape.some(place()),
    text: ({ length }: { length: number }) => 'text'.slice(0, length),
    likes: tape.some(tape.next()),
    by: tape.some(tape.list(users)),
    grid: tape.some([tape.list(users), tape.list(users)]),
  })
}
