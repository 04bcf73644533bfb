import { afterEach, describe, expect, test } from '@jest/globals'
import { buildSchema, parse, type OperationDefinitionNode } from 'graphql'
import { createLogger, createMetrics } from '../../platform/telemetry/index.ts'
import type { PreparedOperation } from '../supergraph/index.ts'
import { clientIn } from './clientName.ts'
import { collectUses } from './collectUses.ts'
import { recordedOperation } from './recordedOperation.ts'
import { UsageRecorder, type RecorderOptions, type UsageCount } from './usageRecorder.ts'

const schema = buildSchema(/* GraphQL */ `
  enum Color {
    RED
    BLUE
  }
  input Filter {
    color: Color
    and: Filter
    name: String
  }
  interface Node {
    id: ID!
  }
  type Product implements Node {
    id: ID!
    name(upper: Boolean): String
    price: Int
  }
  type Review implements Node {
    id: ID!
    stars: Int
  }
  type Query {
    products(first: Int, filter: Filter, color: Color): [Product]
    node: Node
  }
`)
const usesOf = (query: string) => [...collectUses(schema, parse(query)).keys()].sort()

describe('what an operation uses', () => {
  test('is its fields, arguments, literals of enums, and the types on the way', () => {
    expect(usesOf('{ products(first: 1, color: RED) { name } }')).toEqual(
      [
        'Color',
        'Color.RED',
        'Int',
        'Product',
        'Product.name',
        'Query',
        'Query.products',
        'Query.products(color:)',
        'Query.products(first:)',
        'String',
      ].sort(),
    )
  })

  test('is everything that a variable may carry, also where a type holds itself', () => {
    expect(usesOf('query ($f: Filter) { products(filter: $f) { id } }')).toEqual(
      expect.arrayContaining(['Filter.color', 'Filter.and', 'Filter.name', 'Color.BLUE']),
    )
    expect(usesOf('{ products(filter: {name: "a"}) { id } }')).not.toContain('Filter.color')
  })

  test('is what fragments use, on whatever type', () => {
    expect(
      usesOf('{ node { ...P ... on Review { stars } } } fragment P on Product { price @include(if: true) }'),
    ).toEqual(expect.arrayContaining(['Node', 'Product.price', 'Review.stars', '@include']))
  })

  test('leaves out what the schema does not know', () => {
    expect(usesOf('{ nothing { of } __typename __schema { types { name } } }')).not.toContain('Query.nothing')
  })
})

const prepared = (query: string): PreparedOperation => {
  const document = parse(query)
  return { kind: 'query', document, operation: document.definitions[0] as OperationDefinitionNode }
}
const recorded = (query: string) => recordedOperation(schema, prepared(query))

describe('what is kept of an operation', () => {
  test('has none of its literals, and is the same whatever they are', () => {
    const one = recorded('query A { products(first: 7, filter: {name: "secret"}) { name } }')
    expect(one.text).not.toMatch(/secret|7/)
    expect(one.hash).toBe(recorded('query A { products(first: 8, filter: {name: "other"}) { name } }').hash)
    expect(one.name).toBe('query A')
  })
})

describe('a recorder of usage', () => {
  const open: UsageRecorder[] = []
  afterEach(async () => void (await Promise.all(open.splice(0).map((recorder) => recorder.close()))))
  function start(given: Partial<RecorderOptions> = {}) {
    const kept: UsageCount[][] = []
    const sink = async (counts: readonly UsageCount[]) => void kept.push(counts.map((count) => ({ ...count })))
    const logger = createLogger({ log: { level: 'silent', format: 'json' } })
    const recorder = new UsageRecorder({ sink, flushMs: 3_600_000, logger, metrics: createMetrics(), ...given })
    open.push(recorder)
    return { recorder, kept }
  }
  const web = { name: 'web', version: '1' }

  test('hands over one count for the same operation and client, and none when nothing was asked', async () => {
    const { recorder, kept } = start()
    for (let at = 0; at < 3; at += 1) recorder.count(recorded('query A { node { id } }'), web)
    recorder.count(recorded('query A { node { id } }'))
    await recorder.flush()
    await recorder.flush()
    expect(kept.map((counts) => counts.map(({ client, requests }) => [client.name, requests]))).toEqual([
      [
        ['web', 3],
        ['', 1],
      ],
    ])
  })

  test('holds counts back while they cannot be kept, and loses none', async () => {
    let away = true
    const kept: UsageCount[] = []
    const { recorder } = start({
      sink: async (counts) => {
        if (away) throw new Error('away')
        kept.push(...counts)
      },
    })
    const operation = recorded('query A { node { id } }')
    recorder.count(operation, web)
    await recorder.flush()
    recorder.count(operation, web)
    away = false
    await recorder.flush()
    expect(kept).toMatchObject([{ requests: 2 }])
  })

  test('never grows beyond its bounds, and still knows each field that is used', async () => {
    const { recorder, kept } = start({ mostOperations: 2, mostCounts: 3 })
    for (const query of ['{ node { id } }', '{ products { id } }', '{ products { price } }', '{ products { name } }']) {
      for (let at = 0; at < 50; at += 1) recorder.count(recorded(query), { name: `client ${at}`, version: '' })
    }
    await recorder.flush()
    const [counts = []] = kept
    expect(counts.length).toBeLessThanOrEqual(6)
    expect(counts.reduce((sum, { requests }) => sum + requests, 0)).toBe(200)
    expect(counts.flatMap(({ operation }) => operation.coordinates)).toEqual(
      expect.arrayContaining(['Query.node', 'Product.price', 'Product.name']),
    )
  })
})

test('a client is named by Apollo’s headers, in a bounded length, or not at all', () => {
  const named = { 'apollographql-client-name': 'x'.repeat(500), 'apollographql-client-version': '2' }
  expect(clientIn(named)).toEqual({ name: 'x'.repeat(100), version: '2' })
  const steering = { 'apollographql-client-name': 'web\u001b[2J\n::error::x' }
  expect(clientIn(steering)).toEqual({ name: 'web[2J::error::x', version: '' })
  for (const none of [undefined, null, 'text', {}, { 'apollographql-client-name': ['a'] }])
    expect(clientIn(none)).toBeUndefined()
})
