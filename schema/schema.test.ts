import { expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Kind, parse, type FieldDefinitionNode } from 'graphql'
import { compose } from './compose.ts'
import { staleFiles } from './command/commands/compose.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const run = promisify(execFile)

test('the committed supergraph and API are what the subgraphs compose to', () => {
  expect(staleFiles(root, compose())).toEqual([])
})

test('a committed file that is stale is named', () => {
  expect(staleFiles(root, { ...compose(), 'schema/api.graphql': 'type Query { old: Int }\n' })).toEqual([
    'schema/api.graphql',
  ])
})

test('`npm run schema -- --check` passes on what is committed', async () => {
  const { stdout } = await run(process.execPath, ['schema/main.ts', '--check'], { cwd: root })
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
})

test('the contract for integrators has of each root type what an API key opens, and nothing else', () => {
  const own = ['users', 'conversations', 'messages'].flatMap((name) =>
    rootFields(readFileSync(`${root}subgraphs/${name}/schema.graphql`, 'utf8')),
  )
  const directives = (field: FieldDefinitionNode) => field.directives?.map(({ name }) => name.value)
  const opened = own.filter(([, field]) => directives(field)?.includes('apiKeyScope')).map(([name]) => name)
  const { 'schema/integrators.graphql': contract } = compose()
  expect(
    rootFields(contract!)
      .map(([name]) => name)
      .sort(),
  ).toEqual(opened.sort())
  expect(contract).not.toContain('PushSubscription')
})

const rootFields = (sdl: string): [coordinate: string, FieldDefinitionNode][] =>
  parse(sdl).definitions.flatMap((type) =>
    type.kind === Kind.OBJECT_TYPE_DEFINITION && /^(Query|Mutation|Subscription)$/.test(type.name.value)
      ? (type.fields ?? []).map((field): [string, FieldDefinitionNode] => [
          `${type.name.value}.${field.name.value}`,
          field,
        ])
      : [],
  )

test('the API shows clients nothing of federation', () => {
  const { 'schema/api.graphql': api } = compose()
  expect(api).toContain('type Subscription')
  expect(api).not.toMatch(/join__|@key|_entities|_openTopic|@live/)
})
