import { expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parse } from 'graphql'
import { compose, staleFiles } from './compose.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const run = promisify(execFile)

test('the committed supergraph and API are what the subgraphs compose to', () => {
  expect(staleFiles()).toEqual([])
})

test('a committed file that is stale is named', () => {
  expect(staleFiles({ ...compose(), 'schema/api.graphql': 'type Query { old: Int }\n' })).toEqual([
    'schema/api.graphql',
  ])
})

test('`npm run schema -- --check` passes on what is committed', async () => {
  const { stdout } = await run(process.execPath, ['schema/compose.ts', '--check'], { cwd: root })
  expect(stdout).toContain('current')
})

test('the generated types are what the schemas and operations say', async () => {
  const codegen = 'node_modules/@graphql-codegen/cli/esm/bin.js'
  await run(process.execPath, [codegen, '--config', 'codegen.yml', '--check'], { cwd: root }).catch(
    ({ stdout, stderr }: { stdout: string; stderr: string }) => {
      const stale = `${stdout}${stderr}`.split('The following stale files were detected:')[1] ?? stderr
      throw new Error(`Run \`npm run codegen\` and commit the result:${stale}`)
    },
  )
}, 60_000)

test('subgraphs that do not compose are told with the code and the place of each fault', () => {
  const service = (name: string, type: string) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(`
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
      type Query { ${name}: Thing }
      type Thing @key(fields: "id") { id: ID! size: ${type} }
    `),
  })
  expect(() => compose([service('one', 'Int'), service('two', 'String')])).toThrow(
    /do not compose:\n {2}(INVALID_FIELD_SHARING|FIELD_TYPE_MISMATCH): .*Thing\.size/,
  )
})

test('the API shows clients nothing of federation', () => {
  const { 'schema/api.graphql': api } = compose()
  expect(api).toContain('type Subscription')
  expect(api).not.toMatch(/join__|@key|_entities|_openTopic|@live/)
})
