/** One small supergraph for each thing that the federation specification knows, with data and operations to ask of it. */
import type { Data, Example } from './federate.ts'

export interface ConformanceExample extends Example {
  operations: string[]
}

const fail = (what: string) => () => {
  throw new Error(`No ${what}.`)
}

const products = (): Data => {
  const organization = { __typename: 'Organization', id: 'o1', name: 'Acme' }
  const of = (id: string, weight: number | null) => ({
    __typename: 'Product',
    id,
    sku: `s${id}`,
    pack: 'one',
    organization,
    name: `Product ${id}`,
    weight,
    dimensions: { size: ({ unit }: { unit: string }) => (unit === 'CM' ? 10 : 100), box: { deep: Number(id) } },
    reviews: [{ body: `review of ${id}` }],
    // In the subgraph that computes it, what it stands on came with the representation.
    shipping(this: { weight: number | null; dimensions: { size: unknown } }) {
      const { size } = this.dimensions
      return `${this.weight} kg, ${typeof size === 'function' ? (size as (a: object) => number)({ unit: 'CM' }) : (size as number)} cm`
    },
    depth(this: { dimensions: { box: { deep: number } } }) {
      return this.dimensions.box.deep * 2
    },
  })
  const all = [of('1', 5), of('2', null), of('3', 7)]
  return { root: { products: all, bySku: all[1] }, entities: { Product: all, Organization: [organization] } }
}

export const keys: ConformanceExample = {
  data: products,
  subgraphs: {
    catalog: `type Query { products: [Product!]! }
      type Product @key(fields: "id") @key(fields: "sku pack") { id: ID! sku: String! pack: String! organization: Organization! @shareable name: String }
      type Organization @key(fields: "id") { id: ID! }`,
    stock: `type Product @key(fields: "sku pack") { sku: String! pack: String! weight: Int } type Query { bySku: Product }`,
    reviews: `type Product @key(fields: "sku organization { id }") { sku: String! organization: Organization! @shareable reviews: [Review!]! }
      type Organization @key(fields: "id") { id: ID! } type Review { body: String }`,
    people: `type Organization @key(fields: "id") { id: ID! name: String! }`,
  },
  operations: [
    '{ products { name weight } }',
    '{ products { reviews { body } organization { name } } }',
    '{ bySku { name weight reviews { body } organization { name } } }',
    '{ a: bySku { n: name } products { id weight w: weight } }',
  ],
}

export const requires: ConformanceExample = {
  data: products,
  subgraphs: {
    catalog: `enum Unit { CM MM } type Query { products: [Product!]! }
      type Product @key(fields: "id") { id: ID! name: String weight: Int dimensions: Dimensions }
      type Dimensions { size(unit: Unit!): Int box: Box } type Box { deep: Int }`,
    shipping: `enum Unit { CM MM }
      type Product @key(fields: "id") { id: ID! weight: Int @external dimensions: Dimensions @external
        shipping: String @requires(fields: "weight dimensions { size(unit: CM) }") depth: Int @requires(fields: "dimensions { box { deep } }") }
      type Dimensions @external { size(unit: Unit!): Int box: Box } type Box @external { deep: Int }`,
  },
  operations: [
    '{ products { shipping } }',
    '{ products { shipping depth dimensions { mm: size(unit: MM) } } }',
    '{ products { name depth weight dimensions { small: size(unit: MM) size(unit: CM) box { deep } } shipping } }',
  ],
}

const people = (): Data => {
  const ada = { __typename: 'User', id: 'u1', name: 'Ada', email: 'ada@x', address: { street: 'S', city: 'C' } }
  const bob = { __typename: 'User', id: 'u2', name: 'Bob', email: null, address: null }
  const posts = [ada, bob, ada].map((author, index) => ({ __typename: 'Post', id: `p${index}`, author }))
  return { root: { posts, me: ada, users: [ada, bob, null] }, entities: { User: [ada, bob], Post: posts } }
}

export const providesAndShareable: ConformanceExample = {
  data: people,
  subgraphs: {
    posts: `type Query { posts: [Post!] @provides(fields: "author { name }") me: User @shareable }
      type Post @key(fields: "id") { id: ID! author: User! }
      type User @key(fields: "id") { id: ID! name: String @external address: Address @shareable }
      type Address { street: String @shareable }`,
    users: `type Query { me: User @shareable users: [User] }
      type User @key(fields: "id") { id: ID! name: String @shareable email: String address: Address @shareable }
      type Address { street: String @shareable city: String }`,
  },
  operations: [
    '{ posts { author { name } } }',
    '{ posts { author { name email address { street city } } } me { name email } }',
    '{ users { name address { city } } me { address { street city } } }',
  ],
}

export const inaccessibleAndOverride: ConformanceExample = {
  data: () => {
    const lots = [
      { __typename: 'Lot', id: '1', state: 'OPEN', secret: 's', price: 3, label: 'new' },
      { __typename: 'Lot', id: '2', state: 'HIDDEN', secret: 's', price: 4, label: 'new' },
    ]
    return {
      root: { lots, lot: ({ state }: { state?: string }) => lots.find((lot) => lot.state === state) },
      entities: { Lot: lots },
    }
  },
  subgraphs: {
    old: `type Query { lots: [Lot] lot(state: State): Lot } enum State { OPEN CLOSED HIDDEN @inaccessible }
      type Lot @key(fields: "id") { id: ID! state: State secret: String @inaccessible label: String price: Int }`,
    new: `type Lot @key(fields: "id") { id: ID! secret: String @external label: String @override(from: "old")
      price: Int @override(from: "old", label: "percent(0)") hint: String @requires(fields: "secret") }`,
  },
  operations: ['{ lots { label price } }', '{ lots { id state } }', '{ lot(state: OPEN) { state hint } }'],
}

const media = (): Data => {
  const books = [
    { __typename: 'Book', id: 'b1', title: 'B', pages: 10, rating: 4, by: 'A' },
    { __typename: 'Film', id: 'f1', title: 'F', minutes: 90, rating: null, by: 'A' },
  ]
  return {
    root: { media: books, top: books[1], rated: books },
    entities: { Book: [books[0]!], Film: [books[1]!] },
  }
}

export const interfaceObject: ConformanceExample = {
  data: media,
  subgraphs: {
    catalog: `type Query { media: [Media] }
      interface Media @key(fields: "id") { id: ID! title: String }
      type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
      type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }`,
    ratings: `type Query { rated: [Media] top: Media } type Media @interfaceObject @key(fields: "id") { id: ID! rating: Int }`,
  },
  operations: [
    '{ media { __typename id rating ... on Book { pages rating } ... on Film { minutes } } }',
    '{ rated { __typename title rating } }',
    '{ top { ... on Film { minutes } rating } rated { id ... on Book { pages title } } }',
    '{ rated { id rating } }',
    '{ rated { ... on Film { rating __typename } title } }',
    '{ rated { ... on Book { rating ... on Media { by: rating } } } top { __typename ... on Film { rating } ... on Book { pages } } }',
  ],
}

export const abstractTypes: ConformanceExample = {
  data: () => {
    const user = { __typename: 'User', id: 'u', name: 'Ada', size: 'big' }
    const bot = { __typename: 'Bot', id: 'b', model: 'm', size: 3, owner: user }
    const found = [user, bot, { __typename: 'Note', text: 't', size: 2.5, by: bot }, null]
    return {
      root: { search: found, actor: bot, actors: [[user, bot], null, [bot]] },
      entities: { User: [user], Bot: [bot] },
    }
  },
  subgraphs: {
    search: `type Query { search: [Thing] actor: Actor actors: [[Actor!]] } union Thing = User | Bot | Note
      interface Actor { id: ID! }
      type User implements Actor @key(fields: "id") { id: ID! } type Bot implements Actor @key(fields: "id") { id: ID! owner: User }
      type Note { text: String size: Float by: Actor }`,
    details: `type User @key(fields: "id") { id: ID! name: String size: String } type Bot @key(fields: "id") { id: ID! model: String size: Int }`,
  },
  operations: [
    '{ search { __typename ... on User { name } ... on Bot { model owner { name } } ... on Note { text by { id } } } }',
    '{ search { ... on User { a: size } ... on Bot { b: size } ... on Note { c: size } } actor { kind: __typename id } }',
    '{ actors { id ... on Bot { model } ... on User { name } } }',
    'fragment A on Actor { id ...B } fragment B on Bot { owner { ...U } model } fragment U on User { name size } { actor { ...A } search { ...A } }',
    '{ search { ... on Actor { id ... on User { id name } } } }',
  ],
}

export const valuesAndNulls: ConformanceExample = {
  data: () => {
    const leaf = (n: number | null) => ({
      __typename: 'Leaf',
      id: `l${n}`,
      must: n,
      may: n === 2 ? fail('may') : n,
      deep: { must: n },
    })
    const leaves = [leaf(1), leaf(2), leaf(null)]
    const branch = {
      __typename: 'Branch',
      id: 'b',
      leaves,
      grid: [[leaves[0], null], null, []],
      strict: leaves,
      first: leaves[0],
    }
    return {
      root: {
        branch,
        branches: [branch, null, branch],
        broken: fail('broken'),
        echo: (args: object) => JSON.stringify(args),
        any: { a: [1, { b: null }] },
      },
      entities: { Branch: [branch], Leaf: leaves },
    }
  },
  subgraphs: {
    trunk: `scalar JSON scalar Moment enum Kind { A B } input Filter { kind: Kind = A tags: [String!] below: Filter }
      type Query { branch: Branch branches: [Branch] broken: Int any: JSON echo(filter: Filter, at: Moment, n: [Int!] = [1]): String }
      type Branch @key(fields: "id") { id: ID! leaves: [Leaf] grid: [[Leaf]] strict: [Leaf!] first: Leaf! } type Leaf @key(fields: "id") { id: ID! }`,
    leaves: `type Leaf @key(fields: "id") { id: ID! must: Int! may: Int deep: Deep! } type Deep { must: Int }`,
  },
  operations: [
    '{ branch { leaves { id must } } }',
    '{ branch { strict { must } leaves { may } } broken }',
    '{ branch { first { must may } grid { must deep { must } } } }',
    '{ branches { leaves { may deep { must } } grid { may } } any }',
    '{ a: echo(filter: { kind: B, below: { tags: ["x"] } }, at: "2020") b: echo }',
    '{ branch { strict { may } first { may must } } branches { id } }',
  ],
}

export const examples = {
  keys,
  requires,
  providesAndShareable,
  inaccessibleAndOverride,
  interfaceObject,
  abstractTypes,
  valuesAndNulls,
}
