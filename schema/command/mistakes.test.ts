import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ExampleProject } from '../testing/project.example.ts'

let project: ExampleProject
beforeAll(() => void (project = new ExampleProject()))
afterAll(() => project.remove())

type Case = [what: string, args: string[], says: string | RegExp]

describe('wrong use ends with 2 and says what to do', () => {
  const cases: Case[] = [
    ['no command', ['chekc'], 'There is no command "chekc". Did you mean "check"?'],
    ['a wrong flag', ['check', '--agains', 'main'], 'Did you mean "--against"?'],
    ['a word too much', ['lint', 'products'], '"products" is too much here. See: parley schema lint --help'],
    [
      'a ref that is not there',
      ['check', '--against', 'mian'],
      /no git ref and no file "mian"\. Did you mean "main"\?/,
    ],
    ['no ref at all', ['diff'], 'parley schema diff --against main'],
    ['a subgraph without a file', ['check', '--subgraph', 'products'], '--subgraph products=products/schema.graphql'],
    ['a file that is not there', ['check', '--subgraph', 'a=b.graphql'], 'The subgraph "a" has no file: b.graphql'],
    ['a subgraph named twice', ['lint', '--subgraph', 'a=x', '--subgraph', 'a=y'], 'names "a" twice'],
    ['a project file that is not there', ['check', '--config', 'no.json'], 'There is no file no.json.'],
    ['operations that are not there', ['check', '--operations', 'no/*.graphql'], 'no file fits no/*.graphql'],
    ['a subgraph to compare with', ['check', '--against', 'reviews.graphql'], 'neither a composed schema nor an API'],
    ['an unknown format', ['lint', '--format', 'xml'], 'there are text, json, markdown and github'],
    ['an unknown level', ['check', '--fail-on', 'all'], 'there are used, breaking, dangerous'],
    ['a contract by no name and no tag', ['contract'], 'Which contract?'],
    ['a tag that nothing has', ['contract', '--exclude', 'intern'], 'Nothing has the tag "intern".'],
    ['an unknown contract', ['contract', 'public'], 'There is no contract "public".'],
    ['no environment', ['publish'], '--environment production'],
    ['a wrong environment', ['publish', '-e', 'a b'], '"a b" is no environment'],
    ['no registry', ['check', '--against', 'registry:production'], 'There is no schema registry in'],
    ['a registry without a name', ['fetch', '-e', 'a', '--registry', 'mysql://host'], 'must name a database'],
    ['an id that is none', ['approve', '-e', 'a', '--reason', 'b', 'c'], '"c" is no id'],
    ['no reason', ['approve', '-e', 'a', '0123456789'], 'Why may it break?'],
    ['usage of nobody', ['usage'], 'Whose usage?'],
    ['usage that is not there', ['check', '--usage', 'no.jsonl'], 'no file fits no.jsonl'],
    [
      'usage that is something else',
      ['check', '--usage', 'products.graphql'],
      'products.graphql:1 is no line of recorded usage',
    ],
    ['days that are no number', ['check', '--usage', 'products.graphql', '--days', 'many'], '--days "many"'],
    ['days that are no number, and no usage', ['check', '--days', 'many'], '--days "many"'],
  ]
  test.each(cases)('%s', async (_what, args, says) => {
    const { code, err } = await project.run(...args)
    expect([code, err]).toEqual([2, expect.stringMatching(says instanceof RegExp ? says : RegExp(escape(says)))])
  })

  const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
})

test('a registry that does not answer ends with 3, and its password is not told', async () => {
  const registry = 'mysql://parley:hush@127.0.0.1:1/registry'
  const { code, err } = await project.run('fetch', '-e', 'production', '--registry', registry)
  expect([code, err]).toEqual([
    3,
    expect.stringContaining('The schema registry at 127.0.0.1:1/registry cannot be used'),
  ])
  expect(err).not.toContain('hush')
})

test('help is there for every command, and lists the exit codes', async () => {
  const { code, out } = await project.run('help')
  expect([code, out]).toEqual([0, expect.stringContaining('Exit codes: 0 no problems, 1 problems found')])
  for (const [, name] of out.matchAll(/^ {2}([a-z]+) {2,}\S/gm)) {
    const told = { code: 0, out: expect.stringContaining(`parley schema ${name}:`) }
    expect(await project.run(name!, '--help')).toMatchObject(told)
    expect(await project.run('help', name!)).toMatchObject(told)
  }
})

describe('a schema that is no schema is a problem at its line', () => {
  const cases: [what: string, sdl: string, says: string][] = [
    ['a syntax error', 'type Query {\n  a: Int\n', 'SYNTAX_ERROR'],
    ['an empty file', '', 'The schema of the subgraph "reviews" is empty.'],
    ['nothing but a comment', '# soon\n', 'EMPTY_SCHEMA'],
    ['a type that is not there', 'type Query { a: Nothing }', 'INVALID_GRAPHQL'],
  ]
  test.each(cases)('%s', async (_what, sdl, says) => {
    const broken = new ExampleProject()
    broken.write({ 'reviews.graphql': sdl })
    for (const command of [['compose'], ['check', '--against', 'main'], ['publish', '-e', 'production']]) {
      const { code, out, err } = await broken.run(...command)
      expect([command, code, out + err]).toEqual([command, 1, expect.stringContaining(says)])
      expect(out + err).toContain('reviews.graphql:')
    }
    broken.remove()
  })
})

test('a project file with faults is told all of them', async () => {
  const wrong = new ExampleProject({
    'parley.schema.json': '{ "subgraphs": 3, "lint": { "rules": { "naming": "hard" } } }',
  })
  const { code, err } = await wrong.run('lint')
  expect(code).toBe(2)
  expect(err).toContain('subgraphs: must be a path with {name} in it')
  expect(err).toContain('lint.rules.naming: must be "error", "warning" or "off"')
  wrong.write({ 'parley.schema.json': '{' })
  expect(await wrong.run('lint')).toMatchObject({ code: 2, err: expect.stringContaining('is no JSON') })
  wrong.remove()
})

test('outside of a git repository, a ref says so', async () => {
  const outside = new ExampleProject()
  rmSync(join(outside.folder, '.git'), { recursive: true })
  const { code, err } = await outside.run('check', '--against', 'main')
  expect([code, err]).toEqual([2, expect.stringContaining('this folder is in no git repository')])
  outside.remove()
})
