import { expect, test } from '@jest/globals'
import type { SubgraphSource } from '../project/project.ts'
import { parseSdl } from '../project/readSubgraphs.ts'
import { lintSubgraphs } from './lintSubgraphs.ts'
import { lintRuleNames, type LintLevel, type LintRuleName } from './rules.ts'

const subgraph = (text: string, name = 'shop'): SubgraphSource => {
  const file = `${name}.graphql`
  return { name, url: '', file, texts: [{ file, text }], document: parseSdl(text, file) }
}
const only = (...names: LintRuleName[]): Record<string, LintLevel> =>
  Object.fromEntries(lintRuleNames.map((name) => [name, names.includes(name) ? 'error' : 'off']))
const lint = async (rule: LintRuleName, sdl: string, ignore: string[] = []) =>
  (await lintSubgraphs([subgraph(sdl)], { rules: only(rule), ignore }, '2026-06-30')).map(({ message }) => message)

const cases: [rule: LintRuleName, wrong: string, right: string][] = [
  ['naming', 'type Query { list_price: Int }', 'type Query { listPrice(first: Int): Int _service: Int }'],
  ['description', 'type Thing { id: ID! }', '"A thing." type Thing { id: ID! } input ThingInput { id: ID! }'],
  ['description', 'type Query { a: Int }', 'type Query { "A number." a: Int }'],
  ['field-description', 'type Thing { id: ID! }', 'type Thing { "Its id." id: ID! }'],
  ['hashtag-description', '# A thing.\ntype Thing { id: ID! }', '"A thing." type Thing { id: ID! }'],
  ['typename-prefix', 'type Thing { thingName: String }', 'type Thing { name: String }'],
  ['deprecation-reason', 'type Query { a: Int @deprecated }', 'type Query { a: Int @deprecated(reason: "Use b.") }'],
  [
    'deprecation-date',
    'type Query { a: Int @deprecated(reason: "Use b.") }',
    'type Query { a: Int @deprecated(reason: "Use b. Removed after 2026-07-01.") }',
  ],
  [
    'deprecation-date',
    'type Query { a: Int @deprecated(reason: "Until 2026-06-29.") }',
    'type Query { a: Int @deprecated(reason: "Until 2026-06-30.") }',
  ],
  ['deprecation-date', 'enum E { A @deprecated(reason: "b") }', 'enum E { A }'],
  ['pagination', 'type Query { a: [Query!]! }', 'type Query { a(first: Int): [Query!]! b: [Int!] }'],
  ['pagination', 'type Query { a: [Query!]! }', 'type Query { "At most 20." a: [Query!]! }'],
  ['non-null-items', 'type Query { a: [Int] }', 'type Query { a: [Int!] b: [[Int!]!]! }'],
  ['non-null-id', 'type Query { id: ID }', 'type Query { id: ID! }'],
  ['nullable-root', 'type Query { a: Query! }', 'type Query { a: Query b: Int! }'],
  [
    'mutation-input',
    'type Mutation { add(name: String): Int }',
    'input AddInput { a: Int } type Mutation { add(input: AddInput!): Int }',
  ],
]

test.each(cases)('%s tells %s, and lets %s pass', async (rule, wrong, right) => {
  expect(await lint(rule, wrong)).not.toEqual([])
  expect(await lint(rule, right)).toEqual([])
})

test('what the project ignores is not told', async () => {
  const sdl = 'type Query { a_b: Int c_d: Int }'
  expect(await lint('naming', sdl, ['Query.a_*'])).toEqual([expect.stringContaining('c_d')])
})

test('a type that another subgraph describes needs no second description', async () => {
  const settings = { rules: only('description'), ignore: [] }
  const found = await lintSubgraphs(
    [subgraph('"A thing." type Thing { id: ID! }'), subgraph('type Thing { id: ID! }', 'b')],
    settings,
  )
  expect(found).toEqual([])
})

test('a rule that there is not is named, with those that there are', async () => {
  await expect(lintSubgraphs([], { rules: { nmaing: 'off' }, ignore: [] })).rejects.toThrow(
    /no lint rule "nmaing".*naming/,
  )
})
