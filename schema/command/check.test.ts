import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { daysAgo, type UsageCount } from '../usage/usageStore.ts'
import { ExampleProject } from '../testing/project.example.ts'
import type { Finding } from '../report/finding.ts'

let project: ExampleProject
beforeEach(() => void (project = new ExampleProject()))
afterEach(() => project.remove())

const check = (...args: string[]) => project.run('check', '--against', 'main', ...args)
async function findings(...args: string[]): Promise<Finding[]> {
  const { out, err } = await check('--format', 'json', ...args)
  if (err) throw new Error(err)
  return (JSON.parse(out) as { findings: Finding[] }).findings
}
const found = async (rule: string, ...args: string[]) => (await findings(...args)).find((one) => one.rule === rule)

test('a project that did not change passes', async () => {
  const { code, out } = await check()
  expect([code, out]).toEqual([0, '2 subgraphs, 2 operations, against main: no problems.\n'])
})

describe('a breaking change', () => {
  test('that a committed operation uses fails the check and names field, operation and remedy', async () => {
    project.edit('products.graphql', 'name: String!', 'title: String!')
    const { code, out } = await check()
    expect(code).toBe(1)
    expect(out).toContain('problem  Product.name: Field "name" was removed from object type "Product".')
    expect(out).toContain('used by query ProductList (operations/list.graphql:11:3)')
    expect(out).toContain('do Keep it, marked @deprecated(reason:')
  })

  test('that an operation in code uses is found there', async () => {
    project.edit('reviews.graphql', 'product: ID!\n  stars', 'product: ID!\n  buyer: ID!\n  stars')
    expect(await found('INPUT_FIELD_ADDED')).toMatchObject({
      level: 'error',
      operations: [{ name: 'mutation AddReview', file: 'app/review.ts', line: 4 }],
    })
  })

  test('that nobody is known to use is told apart: a warning, which does not fail', async () => {
    project.edit('products.graphql', '  unused: Int\n', '')
    expect(await found('FIELD_REMOVED')).toMatchObject({ level: 'warning', criticality: 'breaking' })
    const { code, out } = await check()
    expect(code).toBe(0)
    expect(out).toContain('Nobody is known to use it: no committed operation does.')
  })

  test.each([
    [['--fail-on', 'breaking'], 1],
    [['--strict'], 1],
    [['--fail-on', 'used'], 0],
  ])('that nobody uses, with %j, ends with %i', async (flags, code) => {
    project.edit('products.graphql', '  unused: Int\n', '')
    expect((await check(...flags)).code).toBe(code)
  })

  test('of a project that names no operations may hit anyone', async () => {
    project.edit('parley.schema.json', '"operations":["operations/**/*.graphql","app/*.ts"]', '"operations":[]')
    project.edit('products.graphql', '  unused: Int\n', '')
    const { code, out } = await check()
    expect(code).toBe(1)
    expect(out).toContain('Neither operations nor recorded usage were given')
  })

  const cases: [what: string, file: string, from: string, to: string, rule: string, level: string][] = [
    ['an enum value that an operation sends', 'products.graphql', 'RED BLUE', 'BLUE', 'ENUM_VALUE_REMOVED', 'error'],
    ['an enum value that none sends', 'products.graphql', 'RED BLUE', 'RED', 'ENUM_VALUE_REMOVED', 'warning'],
    ['an argument that one gives', 'products.graphql', 'first: Int = 10, ', '', 'FIELD_ARGUMENT_REMOVED', 'error'],
    [
      'a new required argument',
      'products.graphql',
      'first: Int',
      'shop: ID!, first: Int',
      'FIELD_ARGUMENT_ADDED',
      'error',
    ],
    [
      'a field that may be null now',
      'products.graphql',
      'name: String!',
      'name: String',
      'FIELD_TYPE_CHANGED',
      'error',
    ],
    [
      'a field that only tokens see',
      'products.graphql',
      'name: String!',
      'name: String! @authenticated',
      'ACCESS_TIGHTENED',
      'error',
    ],
    [
      'an input field that a variable may carry',
      'reviews.graphql',
      'stars: Int!\n  text: String\n}\ntype M',
      'stars: Int!\n}\ntype M',
      'INPUT_FIELD_REMOVED',
      'error',
    ],
  ]
  test.each(cases)('%s', async (_what, file, from, to, rule, level) => {
    project.edit(file, from, to)
    expect(await found(rule)).toMatchObject({ level, criticality: 'breaking' })
  })
})

describe('recorded usage', () => {
  const count = (day: string): UsageCount => ({
    day,
    operation: { hash: 'a', name: 'query Old', text: '', coordinates: ['Product', 'Product.unused'] },
    client: { name: 'ios', version: '3.1' },
    requests: 1_204,
  })
  const record = (...counts: UsageCount[]) =>
    project.write({ 'usage.jsonl': counts.map((one) => `${JSON.stringify(one)}\n`).join('') })

  test('makes a change a problem that no committed operation is hit by, and names the client', async () => {
    record(count(daysAgo(2)))
    project.edit('products.graphql', '  unused: Int\n', '')
    const { code, out } = await check('--usage', 'usage.jsonl')
    expect(code).toBe(1)
    expect(out).toContain(`asked 1,204 recorded requests, last on ${daysAgo(2)}, by ios 3.1 (query Old)`)
  })

  test('that is older than the days that count changes nothing', async () => {
    record(count(daysAgo(40)))
    project.edit('products.graphql', '  unused: Int\n', '')
    expect((await check('--usage', 'usage.jsonl')).code).toBe(0)
    expect((await check('--usage', 'usage.jsonl', '--days', '60')).code).toBe(1)
  })
})

test('dangerous changes are warnings where somebody is hit, and problems when asked for', async () => {
  project.edit('products.graphql', 'first: Int = 10', 'first: Int = 5')
  expect(await found('FIELD_ARGUMENT_DEFAULT_CHANGED')).toMatchObject({ level: 'warning', criticality: 'dangerous' })
  expect((await check()).code).toBe(0)
  expect((await check('--fail-on', 'dangerous')).code).toBe(1)
})

test('an operation that does not fit the schema fails, without anything to compare with', async () => {
  project.write({ 'operations/wrong.graphql': 'query Wrong {\n  products { colour }\n}\n' })
  const { code, out } = await project.run('check')
  expect(code).toBe(1)
  expect(out).toContain('query Wrong does not fit the schema: Cannot query field "colour" on type "Product".')
  expect(out).toContain('operations/wrong.graphql:2:14')
})

test('subgraphs that do not compose are told with the place, the code and a remedy', async () => {
  project.edit('reviews.graphql', 'reviews: [Review!]!', 'reviews: [Review!]!\n  name: Int')
  const { code, out } = await check()
  expect(code).toBe(1)
  expect(out).toMatch(/problem {2}.*Product\.name/)
  expect(out).toMatch(/INVALID_FIELD_SHARING|FIELD_TYPE_MISMATCH/)
  expect(out).toMatch(/at (products|reviews)\.graphql:\d+:\d+/)
})

test('only what is written badly in the change is told', async () => {
  project.edit('products.graphql', 'price: Int', 'price: Int\n  list_price: Int')
  const { code, out } = await check()
  expect(code).toBe(1)
  expect(out).toContain('Field "list_price" should be in camelCase format.')
  project.commit('bad')
  expect((await project.run('check', '--against', 'main')).code).toBe(0)
})

test('a contract that loses a field fails, though the full API keeps it', async () => {
  project.edit('parley.schema.json', '"subgraphs"', '"contracts":{"public":{"include":["public"]}},"subgraphs"')
  project.edit('products.graphql', 'id: ID!\n  sku', 'id: ID! @tag(name: "public")\n  sku')
  const doors = 'doors: Int @tag(name: "public")'
  project.edit(
    'products.graphql',
    'product(id: ID!): Product',
    `product(id: ID!): Product @tag(name: "public")\n  ${doors}`,
  )
  project.commit('tagged')
  project.edit('products.graphql', doors, 'doors: Int')
  expect(await found('CONTRACT_NARROWED')).toMatchObject({ level: 'error', coordinate: 'Query.doors' })
})

test('annotations for GitHub stand at the line, and the step has a summary', async () => {
  const summary = join(project.folder, 'summary.md')
  Object.assign(project.env, { GITHUB_STEP_SUMMARY: summary })
  project.edit('products.graphql', 'name: String!', 'title: String!')
  const { code, out } = await check('--format', 'github')
  expect(code).toBe(1)
  expect(out).toMatch(
    /^::error file=products\.graphql,line=11,col=6,title=FIELD_REMOVED::Product\.name%?: Field "name"/m,
  )
  expect(out).toContain('%0AUsed by query ProductList (operations/list.graphql:11:3).')
  expect(readFileSync(summary, 'utf8')).toContain('| Product.name: Field "name" was removed')
})

test('an operation that a change has been told of is not told a second time, also where a fragment of another file uses it', async () => {
  project.write({ 'operations/cards.graphql': 'query Cards {\n  product(id: 1) {\n    ...Card\n  }\n}\n' })
  project.edit('products.graphql', 'name: String!', 'title: String!')
  const told = (await findings()).filter(({ level }) => level === 'error')
  expect(told).toHaveLength(1)
  expect(told[0]!.operations).toMatchObject([
    { name: 'query Cards', file: 'operations/list.graphql', definedIn: 'operations/cards.graphql' },
    { name: 'query ProductList' },
  ])
})

test('what is gone is shown where it was: at its type, in the subgraph that had it', async () => {
  project.edit('products.graphql', '  name: String!\n', '')
  project.edit('reviews.graphql', '  text: String\n}\ninput', '}\ninput')
  expect(
    (await findings())
      .filter(({ rule }) => rule === 'FIELD_REMOVED')
      .map(({ coordinate, at }) => [coordinate, at?.file]),
  ).toEqual([
    ['Product.name', 'products.graphql'],
    ['Review.text', 'reviews.graphql'],
  ])
})

test('Markdown has the problem, who is hit, and what to do, in a table that nothing in it ends', async () => {
  project.edit('products.graphql', 'name: String!', 'title: String!')
  const { out } = await check('--format', 'markdown')
  expect(out).toMatch(/^#### Problems$/m)
  expect(out).toMatch(
    /^\| Product\.name: .*\| query ProductList `operations\/list\.graphql:11:3` \| Keep it, marked `@deprecated\(reason: "… Removed after YYYY-MM-DD\."\)`;/m,
  )
})
