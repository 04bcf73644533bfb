/** Three small real subgraphs of an auction, for the router's suites: the router knows nothing of chat. */
import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'
import { Forbidden, NotFound, RateLimited, Unauthenticated } from '../../platform/errors.ts'
import type { TokenVerifier } from '../../platform/identity/tokens.ts'
import type { Viewer } from '../../platform/identity/viewer.ts'
import { createSubgraph } from '../../platform/subgraph/index.ts'
import type { Subgraph, SubgraphRequest } from '../../platform/subgraph/index.ts'
import { createLogger, type Logger } from '../../platform/telemetry/index.ts'

const header = (imports: string, directives: string) => /* GraphQL */ `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@inaccessible", "@composeDirective"])
    @link(url: "https://parley.dev/live/v1.0", import: [${imports}])
    @composeDirective(name: "@viewerIndependent")
  directive @viewerIndependent on FIELD_DEFINITION | OBJECT
  ${directives}
`

const people = /* GraphQL */ `
  ${header('"@viewerIndependent"', '')}
  type User @key(fields: "id") {
    id: ID!
    name: String! @viewerIndependent
    "Shown to the user alone."
    credit: Int
    secret: String @inaccessible
  }
  type Query {
    me: User
    user(id: ID!): User
  }
  type Mutation {
    rename(input: RenameInput!): User!
  }
  input RenameInput {
    name: String!
  }
`

const lots = /* GraphQL */ `
  ${header('"@viewerIndependent"', '')}
  type Lot @key(fields: "id") {
    id: ID!
    title: String @viewerIndependent
    seller: User!
    broken: String
    guarded: String
  }
  type User @key(fields: "id") {
    id: ID!
  }
  type Query {
    lots(first: Int = 2): [Lot!]!
    crash: String
    busy: String
  }
`

const bids = /* GraphQL */ `
  ${header('"@viewerIndependent", "@live"', 'directive @live(topic: String!, resume: String) on FIELD_DEFINITION')}
  extend schema @composeDirective(name: "@live")
  type Bid @key(fields: "id") @viewerIndependent {
    id: ID!
    amount: Int!
    bidder: User!
    lot: Lot!
    note: String
  }
  type Lot @key(fields: "id") {
    id: ID!
    highest: Bid @viewerIndependent
    bids(first: Int! = 1): [Bid!]! @viewerIndependent
  }
  type User @key(fields: "id") {
    id: ID!
  }
  interface LotEvent {
    rev: Int!
    lot: Lot!
  }
  type BidPlaced implements LotEvent @viewerIndependent {
    rev: Int!
    lot: Lot!
    bid: Bid!
    outbid: [User!]!
  }
  type LotClosed implements LotEvent @viewerIndependent {
    rev: Int!
    lot: Lot!
    winner: User
  }
  type Query {
    bid(id: ID!): Bid
  }
  type Subscription {
    lotEvents(lotId: ID!, after: Int): LotEvent! @live(topic: "lot:{lotId}", resume: "after")
  }
`

export const sdls = { people, lots, bids }

/** @throws Error  the three do not compose */
export function composeAuction(): string {
  const services = Object.entries(sdls).map(([name, sdl]) => ({ name, typeDefs: parse(sdl), url: `http://${name}` }))
  const { supergraphSdl, errors } = composeServices(services)
  if (errors) throw new Error(errors.map(({ message }) => message).join('\n'))
  return supergraphSdl
}

const USER = /^[a-z]+$/

/** The token is the user's name. */
export const verifier: TokenVerifier = {
  async verify(token) {
    if (!USER.test(token)) throw new Unauthenticated('The access token is not valid.')
    return { userId: token, sessionId: `s-${token}`, isGuest: false, expiresAt: Infinity }
  },
}

export const user = (id: string) => ({ __typename: 'User', id })
export const lot = (id: string) => ({ __typename: 'Lot', id })
export const bid = (id: string, amount: number) => ({
  __typename: 'Bid',
  id,
  amount,
  note: null,
  bidder: user('ada'),
  lot: lot('1'),
})
export const bidPlaced = (rev: number) => ({
  __typename: 'BidPlaced',
  rev,
  lot: lot('1'),
  bid: bid(`b${rev}`, rev * 10),
  outbid: [user('bob'), user('eve')],
})

interface Context {
  viewer: Viewer
}
type Ref = { id: string }

const userFields = {
  name: ({ id }: Ref) => id.toUpperCase(),
  credit: ({ id }: Ref, _args: unknown, { viewer }: Context) => (viewer.identity?.userId === id ? 100 : null),
}
const lotFields = {
  title: ({ id }: Ref) => `Lot ${id}`,
  seller: () => user('bob'),
  broken: () => {
    throw new Error('password=hunter2 in table lots')
  },
  guarded: () => {
    throw new Forbidden('Not for you.')
  },
}

const resolvers: Record<keyof typeof sdls, Record<string, Record<string, unknown>>> = {
  people: {
    Query: {
      me: (_parent: unknown, _args: unknown, { viewer }: Context) => viewer.identity && user(viewer.identity.userId),
      user: (_parent: unknown, { id }: Ref) => user(id),
    },
    Mutation: { rename: (_parent: unknown, { input }: { input: { name: string } }) => user(input.name) },
    User: userFields,
  },
  lots: {
    Query: {
      lots: (_parent: unknown, { first }: { first: number }) =>
        Array.from({ length: first }, (_item, index) => lot(`${index + 1}`)),
      crash: () => {
        throw new Error('stack and secrets')
      },
      busy: () => {
        throw new RateLimited('Slow down.', { retryAfterMs: 250 })
      },
    },
    Lot: lotFields,
  },
  bids: {
    Query: { bid: (_parent: unknown, { id }: Ref) => bid(id, 10) },
    Lot: {
      highest: () => bid('b9', 90),
      bids: (_parent: unknown, { first }: { first: number }) =>
        Array.from({ length: first }, (_item, index) => bid(`b${index}`, index)),
    },
  },
}

/** The subgraphs, and what each was asked. `away` names those that cannot be reached. */
export function openAuction(logger: Logger = createLogger({ log: { level: 'silent', format: 'json' } })) {
  const asked: (SubgraphRequest & { subgraph: string })[] = []
  const away = new Map<string, Error>()
  const running = new Map<string, Subgraph>()
  for (const name of Object.keys(sdls) as (keyof typeof sdls)[]) {
    const topics = name === 'bids' ? { topics: { lotEvents: openLot } } : {}
    const parts = { name, typeDefs: sdls[name], resolvers: resolvers[name], verifier, logger, ...topics }
    running.set(name, createSubgraph<Context>({ ...parts, context: ({ viewer }) => ({ viewer }) }))
  }
  const subgraphs = (name: string) => ({
    async execute(request: SubgraphRequest) {
      asked.push({ ...request, subgraph: name })
      const failure = away.get(name)
      if (failure) throw failure
      return running.get(name)!.execute(request)
    },
  })
  return { subgraphs, asked, away }
}

async function openLot({
  arguments: args,
  after,
  viewer,
}: {
  arguments: Record<string, unknown>
  after?: number | undefined
  viewer: Viewer
}) {
  viewer.required()
  if (args['lotId'] === '404') throw new NotFound('There is no such lot.')
  const events =
    after === undefined
      ? []
      : [{ topic: `lot:${String(args['lotId'])}`, rev: after + 1, payload: bidPlaced(after + 1) }]
  return { rev: 7, events, more: false }
}
