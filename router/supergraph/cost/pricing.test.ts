import { afterEach, expect, test } from '@jest/globals'
import { readFileSync, readdirSync } from 'node:fs'
import { composeServices } from '@apollo/composition'
import { Kind, parse } from 'graphql'
import { openRouter } from '../../http/router.example.ts'
import { buildSupergraph } from '../index.ts'
import { createLogger } from '../../../platform/telemetry/index.ts'
import { compilePrice } from './compilePrice.ts'
import { readWeights } from './weights.ts'

const typeDefs = parse(/* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", "@listSize"])
  type Query {
    book: Book
    best: [Book!]! @listSize(assumedSize: 5)
    books(first: Int = 3): [Book!]! @listSize(slicingArguments: ["first"])
    page(first: Int, last: Int): BookPage @listSize(slicingArguments: ["first", "last"], sizedFields: ["items"])
    heavy(deep: Int @cost(weight: 7)): Int @cost(weight: 30)
    free(first: Int, last: Int): [Book] @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
    plain: [Book]
  }
  type Mutation {
    sell: Book
  }
  type BookPage {
    items: [Book]
  }
  type Book {
    title: String
    author: Author
  }
  type Author @cost(weight: 4) {
    name: String
  }
`)
const { supergraphSdl, errors } = composeServices([{ name: 'books', url: 'http://books', typeDefs }])
if (errors) throw new Error(errors.map(({ message }) => message).join())
const answering = () => ({ execute: async () => ({ data: { book: null, books: [] } }) })

let open: Awaited<ReturnType<typeof openRouter>>
afterEach(() => open?.router.close())

test.each([
  ['{ book { title } }', {}, 1],
  ['{ book { author { name } } }', {}, 5],
  ['{ best { title author { name } } }', {}, 25],
  ['{ books { title } }', {}, 3],
  ['{ books(first: 20) { title } }', {}, 20],
  ['query ($n: Int) { books(first: $n) { author { name } } }', { n: 100 }, 500],
  ['query ($n: Int = 8) { books(first: $n) { title } }', {}, 8],
  ['query ($n: Int) { page(last: $n) { items { title } } }', { n: 50 }, 51],
  ['{ free { title } }', {}, 10],
  ['{ free(first: 3, last: 4) { title } }', {}, 4],
  ['{ heavy }', {}, 30],
  ['{ heavy(deep: 1) }', {}, 37],
  ['{ plain { ...B } } fragment B on Book { author { name } }', {}, 50],
  ['query ($no: Boolean!) { book @skip(if: $no) { title } heavy }', { no: true }, 30],
  ['mutation { sell { title } }', {}, 11],
  ['{ __schema { types { name } } }', {}, 0],
])('%s with %j costs %d', async (query, variables, cost) => {
  open = await openRouter({ supergraph: supergraphSdl!, subgraphs: answering, costLimit: 0 })
  const response = await open.ask({ query, variables })
  expect(response.headers.get('x-operation-cost')).toBe(String(cost))
})

test('what costs too much is refused with its price before anything is asked', async () => {
  let asked = 0
  const subgraphs = () => ({ execute: async () => ({ data: { books: (asked++, []) } }) })
  open = await openRouter({ supergraph: supergraphSdl!, subgraphs, costLimit: 100 })
  const response = await open.ask({ query: '{ books(first: 101) { title } }' })
  expect(response.headers.get('x-operation-cost')).toBe('101')
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_TOO_EXPENSIVE' } }] })
  expect(asked).toBe(0)
  expect((await (await open.ask({ query: '{ books(first: 100) { title } }' })).json()).data).toEqual({ books: [] })
})

test.each([
  ['{ page { items { title } } }', {}],
  ['{ page(first: 1, last: 2) { items { title } } }', {}],
  ['query ($n: Int) { page(first: $n) { items { title } } }', {}],
  ['query ($n: Int) { books(first: $n) { title } }', { n: null }],
])(
  '%s with %j is refused: exactly one of the arguments that say how long the list is must be given',
  async (query, variables) => {
    let asked = 0
    open = await openRouter({ supergraph: supergraphSdl!, subgraphs: () => (asked++, answering()) })
    asked = 0
    const { errors: told } = (await (await open.ask({ query, variables })).json()) as { errors: object[] }
    expect(told).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    expect(asked).toBe(0)
  },
)

test.each(['include', 'skip'])(
  '@%s on a variable with a default that is given as null is refused',
  async (condition) => {
    open = await openRouter({ supergraph: supergraphSdl!, subgraphs: answering })
    const query = `query ($if: Boolean = true) { best { author @${condition}(if: $if) { name } } }`
    const response = await open.ask({ query, variables: { if: null } })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
  },
)

test('every operation of the web client is well below the limit that is set by default', () => {
  const root = new URL('../../../schema/', import.meta.url)
  const sdl = readFileSync(new URL('supergraph.graphql', root), 'utf8')
  const folder = new URL('operations/web/', root)
  const text = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')
  const logger = createLogger({ log: { level: 'silent', format: 'json' } })
  const { apiSchema } = buildSupergraph({ sdl, subgraphs: answering, logger })
  const weights = readWeights(parse(sdl))
  const document = parse(text)
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue
    const price = compilePrice(apiSchema, weights, { kind: operation.operation, document, operation })
    const all = Object.fromEntries(
      (operation.variableDefinitions ?? []).map(({ variable }) => [variable.name.value, true]),
    )
    const cost = price(all)
    expect([operation.name?.value, cost]).toEqual([operation.name?.value, expect.any(Number)])
    expect(cost).toBeLessThan(100_000)
  }
})
