import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-embedded-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts everything in this process, and tells which packages that took. */
const program = `
  import { createRequire } from 'node:module'
  import { readConfig } from './platform/config/index.ts'
  import { startAll } from './cli/roles/all.ts'
  const system = await startAll(readConfig({ PORT: '0', PARLEY_DATA: process.env.FOLDER, PARLEY_LOG_LEVEL: 'error' }))
  await system.close()
  const names = Object.keys(createRequire(import.meta.url).cache).map((file) =>
    /.*\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(file)?.[1])
  process.stdout.write(JSON.stringify([...new Set(names)]), () => process.exit())
`

test('the embedded start loads no client of Kafka, Redis, MySQL, etcd or S3, and no tool of schemas', () => {
  const env = { ...process.env, FOLDER: folder }
  const cwd = new URL('..', import.meta.url)
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd, env, encoding: 'utf8' })
  const loaded = JSON.parse(output) as string[]
  expect(loaded).toContain('graphql')
  const forServices = ['kafkajs', 'ioredis', 'mysql2', 'graphql-redis-subscriptions', 'etcd3', '@aws-sdk/client-s3']
  const forSchemas = ['@apollo/composition', 'typescript', 'prettier']
  expect(loaded.filter((name) => [...forServices, ...forSchemas].includes(name))).toEqual([])
})
