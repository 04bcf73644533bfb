import { expect, test } from '@jest/globals'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { variables } from '../../platform/config/variables.ts'
import { ownMetrics } from '../generate/exportedMetrics.ts'
import { blocksIn, nameOf, pages, root, textOf } from './blocks.ts'

const scriptsOf = (folder: string): string[] => {
  const file = join(root, folder, 'package.json')
  return existsSync(file) ? Object.keys(JSON.parse(readFileSync(file, 'utf8')).scripts ?? {}) : []
}
const builtIn = ['ci', 'start', 'test', 'i', 'install', 'pack', 'run']

/** What the tests, the services for development and the benchmarks read, which is no configuration of Parley's. */
const elsewhere = new Set(
  globSync('{tests,docker,bench,platform,jest.config.mjs,examples}/**/*.{ts,mjs,sh,py,tsx,yml}', { cwd: root })
    .concat('jest.config.mjs')
    .flatMap((file) => readFileSync(join(root, file), 'utf8').match(/PARLEY_[A-Z_]*[A-Z]/g) ?? []),
)

test.each(pages)('%s names variables that there are', (page) => {
  const named = [...textOf(page).matchAll(/PARLEY_[A-Z_]*[A-Z](?![A-Z_…])/g)].map(([name]) => name)
  const known = (name: string) => name in variables.shape || elsewhere.has(name)
  expect(named.filter((name) => !known(name))).toEqual([])
})

const metrics = new Set(
  Object.values(ownMetrics())
    .flat()
    .map(({ name }) => name),
)
const databases = ['parley_users', 'parley_conversations', 'parley_registry']
test.each(pages)('%s names metrics that there are', (page) => {
  const named = textOf(page).match(/\bparley_[a-z_]+[a-z](?![a-z_])/g) ?? []
  expect(named.filter((name) => !metrics.has(name) && !databases.includes(name))).toEqual([])
})

const workflows = globSync('.github/workflows/*.yml', { cwd: root })
test.each([...pages, ...workflows])('%s names commands that there are', (page) => {
  const text = textOf(page)
  const run = [...text.matchAll(/npm run (?:-s |--silent )?([a-z][\w:-]*)/g)].map(([, name]) => name!)
  const plain = [...text.matchAll(/(?<=[`\n]|&& )npm ([a-z]+)/g)].map(([, name]) => name!)
  const scripts = [...scriptsOf('.'), ...scriptsOf(dirname(page))]
  expect(run.filter((name) => !scripts.includes(name))).toEqual([])
  expect(plain.filter((name) => !builtIn.includes(name))).toEqual([])
  const files = [...text.matchAll(/docker compose (?:-p \w+ )?-f (\S+)/g)].map(([, file]) => file!)
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

const jsonBlocks = blocksIn('json').map((block) => [nameOf(block), block.code] as const)
test.each(jsonBlocks)('%s is JSON, or JSON a line', (_name, code) => {
  const whole = () => void JSON.parse(code)
  const lines = () =>
    code
      .trim()
      .split('\n')
      .forEach((line) => void JSON.parse(line))
  expect(code.trim().split('\n').length > 1 && /^\{.*\}$/m.test(code) ? lines : whole).not.toThrow()
})
