import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ExampleProject } from '../testing/project.example.ts'
import type { Finding } from '../report/finding.ts'

let project: ExampleProject
beforeEach(() => void (project = new ExampleProject()))
afterEach(() => project.remove())

async function found(rule: string): Promise<Finding | undefined> {
  const { out } = await project.run('check', '--against', 'main', '--format', 'json')
  return (JSON.parse(out) as { findings: Finding[] }).findings.find((one) => one.rule === rule)
}

describe('what composition lets pass, and routers that still have the older supergraph do not', () => {
  test('a key that is removed', async () => {
    project.edit('products.graphql', ' @key(fields: "sku")', '')
    expect(await found('KEY_REMOVED')).toMatchObject({
      level: 'error',
      coordinate: 'Product',
      message: expect.stringContaining('The key "sku" of Product was removed from "products".'),
      at: { file: 'products.graphql' },
    })
  })

  test('a key that is only written otherwise is the same', async () => {
    project.edit('products.graphql', '@key(fields: "sku")', '@key(fields: " sku ", resolvable: true)')
    expect(await found('KEY_REMOVED')).toBeUndefined()
  })

  test('a key that nobody can ask by any more', async () => {
    project.edit('products.graphql', '@key(fields: "sku")', '@key(fields: "sku", resolvable: false)')
    expect(await found('KEY_REMOVED')).toMatchObject({ level: 'error' })
  })

  test('a field of a key that is removed', async () => {
    project.edit('products.graphql', ' @key(fields: "sku")', '')
    project.edit('products.graphql', '  sku: String!\n', '')
    expect(await found('KEY_FIELD_REMOVED')).toMatchObject({ level: 'error', coordinate: 'Product.sku' })
  })

  test('a field that another subgraph has now, all at once', async () => {
    project.edit('products.graphql', '  price: Int\n', '')
    project.edit('reviews.graphql', 'reviews: [Review!]!', 'reviews: [Review!]!\n  price: Int')
    expect(await found('FIELD_MOVED_AT_ONCE')).toMatchObject({
      level: 'warning',
      coordinate: 'Product.price',
      remedy: expect.stringContaining('@override(from: "products")'),
    })
  })

  test('not a field that is taken over with @override', async () => {
    project.edit(
      'reviews.graphql',
      'reviews: [Review!]!',
      'reviews: [Review!]!\n  price: Int @override(from: "products")',
    )
    expect(await found('FIELD_MOVED_AT_ONCE')).toBeUndefined()
  })

  test('not what federation itself adds: a subgraph that loses its last entity resolves no entities', async () => {
    project.edit('reviews.graphql', 'type Product @key(fields: "id") {\n  id: ID!', 'type Rated {')
    expect(await found('FIELD_MOVED_AT_ONCE')).toBeUndefined()
  })

  test('a subgraph that is gone', async () => {
    project.edit(
      'parley.schema.json',
      '{"products":"products.graphql","reviews":"reviews.graphql"}',
      '"{name}.graphql"',
    )
    project.commit('by pattern')
    project.write({ 'more.graphql': 'type Query { more: Int }' })
    project.commit('more')
    project.git('rm', '--quiet', 'more.graphql')
    expect(await found('SUBGRAPH_REMOVED')).toMatchObject({ message: 'The subgraph "more" was removed.' })
  })
})

test('an @override from a subgraph that there is not', async () => {
  project.edit('reviews.graphql', 'reviews: [Review!]!', 'reviews: [Review!]! @override(from: "prodcuts")')
  expect(await found('FROM_SUBGRAPH_DOES_NOT_EXIST')).toMatchObject({ level: 'error', at: { file: 'reviews.graphql' } })
})

test('an entity that one subgraph has without a key', async () => {
  project.edit(
    'reviews.graphql',
    'type Product @key(fields: "id") {\n  id: ID!',
    'type Product {\n  id: ID! @shareable',
  )
  project.edit('reviews.graphql', 'type Mutation {', 'type Mutation {\n  "Newest." newest: Product')
  expect(await found('ENTITY_WITHOUT_KEY')).toMatchObject({
    level: 'warning',
    message: expect.stringContaining(
      'Product is an entity in "products", and has no @key in "reviews": Product.reviews',
    ),
  })
})

test('value types that differ between subgraphs', async () => {
  project.edit('products.graphql', 'size: Size', 'size: Size @shareable')
  project.edit('reviews.graphql', 'reviews: [Review!]!', 'reviews: [Review!]!\n  size: Size @shareable')
  project.edit('reviews.graphql', 'type Mutation', 'type Size {\n  height: Int @shareable\n}\ntype Mutation')
  expect(await found('INCONSISTENT_OBJECT_VALUE_TYPE_FIELD')).toMatchObject({ level: 'warning' })
})

test('access that opens is told, and access that closes to a client is a problem', async () => {
  project.edit('products.graphql', 'price: Int', 'price: Int @authenticated')
  expect(await found('ACCESS_TIGHTENED')).toMatchObject({ level: 'warning', coordinate: 'Product.price' })
  project.commit('closed')
  project.edit('products.graphql', 'price: Int @authenticated', 'price: Int')
  expect(await found('ACCESS_OPENED')).toMatchObject({ criticality: 'dangerous', coordinate: 'Product.price' })
})
