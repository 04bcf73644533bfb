/** Two graphs over fixed data: a chat's reads, and the shop of the public gateway benchmarks (4 subgraphs, answers of 88 KB). */
import { composeServices } from '@apollo/composition'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse, type DocumentNode, type GraphQLSchema } from 'graphql'

type Row = Record<string, unknown>
type Resolvers = Record<string, Record<string, unknown>>

export interface BenchGraph {
  sdl: string
  schemas: Map<string, GraphQLSchema>
  operations: Record<string, string>
}

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable"])'

function build(
  subgraphs: Record<string, [sdl: string, resolvers: Resolvers]>,
  operations: Record<string, string>,
): BenchGraph {
  const typeDefs = Object.entries(subgraphs).map(([name, [sdl]]): [string, DocumentNode] => [
    name,
    parse(`${link} ${sdl}`),
  ])
  const services = typeDefs.map(([name, document]) => ({ name, typeDefs: document, url: `http://${name}` }))
  const { supergraphSdl, errors } = composeServices(services)
  if (errors) throw new Error(errors[0]!.message)
  type Module = { typeDefs: DocumentNode; resolvers: never }
  const schemas = typeDefs.map(([name, document]): [string, GraphQLSchema] => {
    const module: Module = { typeDefs: document, resolvers: subgraphs[name]![1] as never }
    return [name, buildSubgraphSchema(module)]
  })
  return { sdl: supergraphSdl, schemas: new Map(schemas), operations }
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const reference = (rows: Row[], key: string) => {
  const byKey = new Map(rows.map((row) => [row[key], row]))
  return { __resolveReference: (given: Row) => ({ ...byKey.get(given[key]), ...given }) }
}

export function chatGraph(): BenchGraph {
  const users = times(30, (n) => ({
    id: `u${n}`,
    name: `User ${n}`,
    handle: `user_${n}`,
    avatarUrl: `https://cdn.example/${n}.png`,
  }))
  const message = (n: number) => ({
    id: `0190a7c2-0000-7000-8000-${String(n).padStart(12, '0')}`,
    seq: n,
    text: `Message ${n}: see you at the usual place, a little after eight if the trains run.`,
    sentAt: '2026-01-31T09:30:00.000Z',
    author: { id: `u${n % 7}` },
  })
  const conversations = times(10, (n) => ({ id: `c${n}`, title: `Conversation ${n}`, unread: n, kind: 'GROUP' }))
  const messagesOf = { messages: (_parent: Row, { last }: { last: number }) => times(last, message) }
  return build(
    {
      users: [
        'type Query { me: User } type User @key(fields: "id") { id: ID! name: String! handle: String! avatarUrl: String }',
        { Query: { me: () => users[0] }, User: reference(users, 'id') },
      ],
      conversations: [
        `type Query { inbox: [Conversation!]! conversation(id: ID!): Conversation } enum Kind { GROUP DIRECT }
         type Conversation @key(fields: "id") { id: ID! title: String unread: Int! kind: Kind! }`,
        {
          Query: { inbox: () => conversations, conversation: () => conversations[0] },
          Conversation: reference(conversations, 'id'),
        },
      ],
      messages: [
        `type Conversation @key(fields: "id") { id: ID! messages(last: Int!): [Message!]! }
         type Message @key(fields: "id") { id: ID! seq: Int! text: String sentAt: String! author: User! } type User @key(fields: "id") { id: ID! }`,
        { Conversation: { ...reference(conversations, 'id'), ...messagesOf } },
      ],
    },
    {
      'one field': '{ me { name } }',
      'history of 20': `{ conversation(id: "c0") { messages(last: 20) { id seq text sentAt author { id name handle avatarUrl } } } }`,
      'inbox 10 x 5': `{ me { id name } inbox { id title unread kind messages(last: 5) { id seq text sentAt author { id name avatarUrl } } } }`,
    },
  )
}

/** The query of the public gateway benchmarks. */
export const shopQuery = `fragment User on User { id username name } fragment Review on Review { id body }
fragment Product on Product { inStock name price shippingEstimate upc weight }
query TestQuery {
  users { ...User reviews { ...Review product { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } } } }
  topProducts { ...Product reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } } }
}`

/** As there: eleven reviews of these products with texts of about these lengths, two by each user, all written by the first. */
const reviewed: readonly (readonly [upc: string, length: number])[] = [
  ['1', 445],
  ['1', 292],
  ['1', 274],
  ['1', 144],
  ['2', 445],
  ['2', 292],
  ['2', 274],
  ['2', 144],
  ['3', 144],
  ['4', 144],
  ['4', 874],
]

export function shopGraph(): BenchGraph {
  const users = times(6, (n) => ({ id: `${n + 1}`, name: `Name ${n}`, username: `user${n}`, birthday: n }))
  const prices = [899, 1299, 15, 499, 1299, 6999, 3999, 100000, 9999]
  const products = prices.map((price, n) => ({
    upc: `${n + 1}`,
    name: `Product ${n}`,
    price,
    weight: (n + 1) * 100,
    inStock: n % 2 === 0,
  }))
  const words = 'It does what it is said to do, looks well, and came a day before it was due. '
  const reviews = reviewed.map(([upc, length], n) => ({
    id: `${n + 1}`,
    body: words.repeat(12).slice(0, length),
    product: { upc },
  }))
  const written = reviews.slice(0, 2)
  return build(
    {
      accounts: [
        'type Query { users: [User] } type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }',
        { Query: { users: () => users }, User: reference(users, 'id') },
      ],
      inventory: [
        `type Product @key(fields: "upc") { upc: String! weight: Int @external price: Int @external inStock: Boolean shippingEstimate: Int @requires(fields: "price weight") }`,
        {
          Product: {
            __resolveReference: (given: Row) => ({
              ...given,
              inStock: products.find(({ upc }) => upc === given['upc'])?.inStock,
            }),
            shippingEstimate: ({ price, weight }: { price: number; weight: number }) =>
              price > 1000 ? 0 : Math.round(weight * 0.5),
          },
        },
      ],
      products: [
        'type Query { topProducts(first: Int = 5): [Product] } type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }',
        {
          Query: { topProducts: (_: Row, { first }: { first: number }) => products.slice(0, first) },
          Product: reference(products, 'upc'),
        },
      ],
      reviews: [
        `type Review @key(fields: "id") { id: ID! body: String author: User @provides(fields: "username") product: Product }
         type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
         type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
        {
          Review: { author: () => ({ id: '1', username: 'user0', reviews: written }) },
          User: { __resolveReference: (given: Row) => ({ ...given, reviews: written }) },
          Product: {
            __resolveReference: (given: Row) => given,
            reviews: ({ upc }: Row) => reviews.filter(({ product }) => product.upc === upc),
          },
        },
      ],
    },
    { shop: shopQuery },
  )
}
