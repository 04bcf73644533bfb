import { expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
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

test('the API shows clients nothing of federation', () => {
  const { 'schema/api.graphql': api } = compose()
  expect(api).toContain('type Subscription')
  expect(api).not.toMatch(/join__|@key|_entities|_openTopic|@live/)
})
