import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ExampleProject } from '../testing/project.example.ts'

let project: ExampleProject
beforeAll(() => void (project = new ExampleProject()))
afterAll(() => project.remove())

const idIn = (out: string) => /^ +id ([0-9a-f]{10})$/m.exec(out)![1]!

test('a breaking change that is meant passes against a git ref, and the registry, by an approval that is committed', async () => {
  await project.run('publish', '--environment', 'production')
  project.edit('products.graphql', 'name: String!', 'title: String!')
  project.edit('operations/list.graphql', '  name\n', '  title\n')
  const refused = await project.run('check', '--against', 'main', '--fail-on', 'breaking')
  expect(refused.code).toBe(1)
  const id = idIn(refused.out)

  const approved = await project.run('approve', '--reason', 'the app moved', '--by', 'eve', id)
  expect([approved.code, approved.out]).toEqual([0, expect.stringContaining('it stands in parley.schema.json')])
  expect((await project.run('approve', '--list')).out).toBe(`${id}  eve: the app moved\n`)
  const passed = await project.run('check', '--against', 'main', '--fail-on', 'breaking')
  expect([passed.code, passed.out]).toEqual([0, expect.stringContaining('approved by eve: the app moved')])
  expect((await project.run('publish', '--environment', 'production', '--fail-on', 'breaking')).code).toBe(0)

  // Merged: the approval has done its work.
  project.commit('titles')
  const merged = await project.run('check', '--against', 'main', '--verbose')
  expect([merged.code, merged.out]).toEqual([0, expect.stringContaining(`${id} (eve: the app moved) meets no change`)])
  expect((await project.run('approve', '--withdraw', id)).out).toBe(
    `${id} is no longer approved in parley.schema.json.\n`,
  )
  expect((await project.run('approve', '--list')).out).toBe('parley.schema.json has no approvals.\n')
})

test('an approval is for its own change: another one of the same field fails', async () => {
  project.edit('products.graphql', 'title: String!', 'caption: String!')
  project.edit('operations/list.graphql', '  title\n', '  caption\n')
  const first = await project.run('check', '--against', 'main', '--fail-on', 'breaking')
  await project.run('approve', '--reason', 'the app moved', idIn(first.out))
  project.edit('products.graphql', 'caption: String!', 'title: Int!')
  expect((await project.run('check', '--against', 'main', '--fail-on', 'breaking')).code).toBe(1)
})

test('where no file can be, it is said so at once', async () => {
  for (const file of ['/proc/nowhere/supergraph.graphql', 'products.graphql/supergraph.graphql', 'operations']) {
    const { code, err } = await project.run('compose', '--out', file)
    expect([file, code, err]).toEqual([file, 3, expect.stringContaining(`${file} cannot be written: `)])
  }
})
