import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ExampleProject } from '../testing/project.example.ts'

let project: ExampleProject
beforeAll(() => void (project = new ExampleProject()))
afterAll(() => project.remove())

const production = ['--environment', 'production']

test('a life with the registry: publish, be refused, approve, publish, look back, roll back', async () => {
  const first = await project.run('publish', ...production, '--note', 'the beginning', '--by', 'ada')
  expect([first.code, first.out]).toEqual([0, expect.stringContaining('published as version 1 of production')])

  project.edit('products.graphql', 'name: String!', 'title: String!')
  const refused = await project.run('publish', ...production)
  expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('not published, production stays as it is')])
  const against = await project.run('check', '--against', 'registry:production')
  expect([against.code, against.out]).toEqual([
    1,
    expect.stringContaining('against version 1 of production: 1 problem'),
  ])

  const id = /^ +id ([0-9a-f]{10})$/m.exec(against.out)![1]!
  project.edit('operations/list.graphql', '  name\n', '  title\n')
  const approved = await project.run('approve', ...production, '--reason', 'the app moved', '--by', 'eve', id)
  expect([approved.code, approved.out]).toEqual([0, expect.stringContaining('eve answers for it')])
  expect((await project.run('approve', ...production, '--list')).out).toBe(`${id}  eve: the app moved\n`)
  expect((await project.run('check', '--against', 'registry:production')).code).toBe(0)
  expect((await project.run('publish', ...production)).code).toBe(0)
  expect((await project.run('approve', ...production, '--list')).out).toBe('production has no approvals.\n')

  const { out } = await project.run('changelog', ...production)
  expect(out).toMatch(
    /^2 {2}[\s\S]*breaking {2}Product\.name: .*Approved by eve: the app moved[\s\S]*^1 {2}.* ada\n {3}the beginning$/m,
  )

  const back = await project.run('rollback', ...production)
  expect([back.code, back.out]).toEqual([
    0,
    expect.stringContaining('production serves version 1 again, as version 3.'),
  ])
  expect(back.out).toContain('Product.title: Field "title" was removed')
  expect((await project.run('fetch', ...production, '--only', 'products')).out).toContain('name: String!')
  expect((await project.run('fetch', ...production, '--version', '2')).out).toContain('title: String!')
})

test('an environment that was mistyped is told from one that is new', async () => {
  for (const command of ['changelog', 'rollback', 'fetch']) {
    const { code, err } = await project.run(command, '--environment', 'prodution')
    expect([command, code, err]).toEqual([command, 2, expect.stringContaining('Did you mean "production"?')])
  }
})

test('a project with one of the subgraphs is checked beside those of the others', async () => {
  project.git('checkout', '--quiet', '.')
  const own = [
    '--subgraph',
    'reviews=reviews.graphql',
    '--operations',
    'operations/*',
    '--against',
    'registry:production',
  ]
  const same = await project.run('check', ...own)
  expect([same.code, same.out]).toEqual([0, expect.stringContaining('no problems')])
  project.edit('reviews.graphql', 'stars: Int!\n  text: String\n}\ninput', 'text: String\n}\ninput')
  const { code, out } = await project.run('check', ...own)
  expect([code, out]).toEqual([1, expect.stringContaining('used by query ProductList')])
  expect(out).not.toContain('SUBGRAPH_REMOVED')
})

test('a subgraph that is taken out is gone, if nobody needs it', async () => {
  project.git('checkout', '--quiet', '.')
  const more = ['--subgraph', 'more=more.graphql', '--operations', 'operations/*']
  project.write({ 'more.graphql': 'type Query {\n  "A number."\n  more: Int\n}\n' })
  expect((await project.run('publish', ...production, ...more)).code).toBe(0)
  expect((await project.run('fetch', ...production)).out).toContain('more: Int')
  const removed = await project.run('publish', ...production, '--remove', 'more')
  expect([removed.code, removed.out]).toEqual([0, expect.stringContaining('The subgraph "more" was removed.')])
  expect((await project.run('fetch', ...production)).out).not.toContain('more: Int')

  const again = await project.run('publish', ...production, '--remove', 'more')
  expect([again.code, again.out]).toEqual([0, expect.stringContaining('There is no subgraph "more" in production')])
  const both = await project.run('publish', ...production, '--only', 'products', '--remove', 'products')
  expect([both.code, both.err]).toEqual([2, expect.stringContaining('--only and --remove both name "products".')])
})

test('usage of an environment that nothing was published to is a slip, not an answer', async () => {
  const slip = await project.run('usage', '--environment', 'prodution')
  expect([slip.code, slip.err]).toEqual([2, expect.stringContaining('Did you mean "production"?')])
  expect((await project.run('usage', ...production)).out).toContain('Nothing was asked for')
  const field = await project.run('usage', ...production, '--field', 'Product.skuu')
  expect([field.code, field.err]).toEqual([2, expect.stringContaining('Did you mean "Product.sku"?')])
  expect((await project.run('usage', ...production, '--field', 'Product.sku')).out).toContain('was not asked for')
})
