import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, executeSync, parse, validate, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import { fragmentsByName } from './fragments.ts'
import { projectPayload } from './projectPayload.ts'

const schema: GraphQLSchema = buildSchema(`
  interface Event { rev: Int! lot: Lot! }
  type Placed implements Event { rev: Int! lot: Lot! bid: Bid! others: [Lot!] grid: [[Int]] }
  type Closed implements Event { rev: Int! lot: Lot! winner: Bid }
  union Thing = Lot | Bid
  type Lot { id: ID! title: String related: [Thing] highest: Bid bids(first: Int): [Bid!] }
  type Bid { id: ID! amount: Int lot: Lot }
  type Query { event: Event! }
`)

const lot = (id: string, related: unknown[] | null = null) => ({
  __typename: 'Lot',
  id,
  title: null,
  related,
  highest: null,
})
const bid = (id: string) => ({ __typename: 'Bid', id, amount: 5, lot: lot('3', [lot('4'), null]) })
const events = [
  {
    __typename: 'Placed',
    rev: 1,
    lot: lot('1', [bid('7'), lot('8')]),
    bid: bid('9'),
    others: [lot('5')],
    grid: [[1, null], null],
  },
  { __typename: 'Closed', rev: 2, lot: lot('2'), winner: null },
  { __typename: 'Closed', rev: 3, lot: lot('2'), winner: bid('1') },
]

/** What may be selected, by type: leaves, and fields with the type below them. */
const shape: Record<string, { leaves: string[]; below: Record<string, string>; types: string[] }> = {
  Event: { leaves: ['rev'], below: { lot: 'Lot' }, types: ['Placed', 'Closed', 'Event'] },
  Placed: { leaves: ['rev', 'grid'], below: { lot: 'Lot', bid: 'Bid', others: 'Lot' }, types: ['Event', 'Placed'] },
  Closed: { leaves: ['rev'], below: { lot: 'Lot', winner: 'Bid' }, types: ['Event', 'Closed'] },
  Lot: { leaves: ['id', 'title'], below: { related: 'Thing', highest: 'Bid' }, types: ['Lot', 'Thing'] },
  Bid: { leaves: ['id', 'amount'], below: { lot: 'Lot' }, types: ['Bid'] },
  Thing: { leaves: [], below: {}, types: ['Lot', 'Bid', 'Thing'] },
}

const directive = fc.constantFrom(
  '',
  '',
  '',
  '@include(if: $yes)',
  '@include(if: $no)',
  '@skip(if: $no)',
  '@skip(if: $yes)',
)
// An alias goes with its field, so that the same key never means two things.
const aliased = (field: string) => fc.constantFrom(field, `a_${field}: ${field}`)

function selection(type: string, depth: number): fc.Arbitrary<string> {
  const { leaves, below, types } = shape[type]!
  const words = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((found) => found.join(' '))
  const leaf = words(fc.constantFrom('__typename', ...leaves).chain(aliased), directive)
  if (depth === 0) return leaf
  const fields = Object.entries(below).map(([field, next]) =>
    words(aliased(field), directive, selectionSet(next, depth - 1)),
  )
  const fragments = types.map((on) => words(fc.constant(`... on ${on}`), directive, selectionSet(on, depth - 1)))
  const spreads = types.includes('Event') ? [words(fc.constant('...E'), directive)] : []
  return fc.oneof(leaf, ...fields, ...fragments, ...spreads)
}
const selectionSet = (type: string, depth: number): fc.Arbitrary<string> =>
  fc.array(selection(type, depth), { minLength: 1, maxLength: 4 }).map((parts) => `{ ${parts.join(' ')} }`)

const variables = { yes: true, no: false }
const project = (text: string, value: unknown) => {
  const document = parse(text)
  const operation = document.definitions[0] as OperationDefinitionNode
  const [root] = operation.selectionSet.selections
  if (root?.kind !== 'Field') throw new Error('no root field')
  const type = schema.getQueryType()!.getFields()['event']!.type
  return projectPayload(
    { schema, fragments: fragmentsByName(document), variables },
    type,
    root.selectionSet!.selections,
    value,
  )
}

test('a projection is what graphql-js answers from the same data, for any selection without arguments', () => {
  const fragment =
    'fragment E on Event { e_rev: rev lot { id title } ... on Placed { bid { lot { related { __typename } } } } }'
  fc.assert(
    fc.property(selectionSet('Event', 4), fc.constantFrom(...events), (set, event) => {
      const text = `query($yes: Boolean!, $no: Boolean!) { event ${set} } ${set.includes('...E') ? fragment : ''}`
      const document = parse(text)
      fc.pre(validate(schema, document).every(({ message }) => message.includes('is never used')))
      const before = structuredClone(event)
      const { data, errors } = executeSync({ schema, document, rootValue: { event }, variableValues: variables })
      expect(errors).toBeUndefined()
      expect(JSON.stringify(project(text, event))).toBe(JSON.stringify(data!['event']))
      expect(event).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['a field that the data lacks', '{ event { lot { bids { id } } } }', { ...events[0] }],
  [
    'a field with arguments',
    '{ event { lot { bids(first: 1) { id } } } }',
    { ...events[0], lot: { ...lot('1'), bids: [] } },
  ],
  ['no type name where it could be several', '{ event { rev } }', { rev: 1 }],
  ['an unknown type', '{ event { rev } }', { __typename: 'Other', rev: 1 }],
  ['null for what is never null', '{ event { rev } }', { __typename: 'Closed', rev: null }],
  ['one thing for a list', '{ event { ... on Placed { others { id } } } }', { ...events[0], others: lot('1') }],
  ['a name for an object', '{ event { lot { id } } }', { ...events[0], lot: '1' }],
])('%s is no projection', (_what, text, value) => {
  expect(project(text, value)).toBeUndefined()
})
