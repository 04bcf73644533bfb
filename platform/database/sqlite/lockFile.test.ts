import { afterAll, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ConfigurationError } from '../../errors.ts'
import { lockFile } from './lockFile.ts'
import { openSqlite } from './openSqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('one has the file until it gives it back', () => {
  const file = join(folder, 'given-back')
  const release = lockFile(file)
  expect(release).toBeDefined()
  expect(lockFile(file)).toBeUndefined()
  release?.()
  lockFile(file)?.()
  expect(lockFile(file)).toBeDefined()
})

test('kill -9 of the process that has it frees it', async () => {
  const file = join(folder, 'killed')
  const program = `import { lockFile } from ${JSON.stringify(new URL('lockFile.ts', import.meta.url).href)}
    globalThis.release = lockFile(${JSON.stringify(file)})
    console.log('locked')
    setInterval(() => {}, 1e6)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  expect(lockFile(file)).toBeUndefined()
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(lockFile(file)).toBeDefined()
})

test('a file that is no database is named, and it is said what to do', () => {
  const file = join(folder, 'users.db')
  writeFileSync(file, 'Some other text, which somebody may need yet.'.repeat(20))
  const open = () => openSqlite('users', file)
  expect(open).toThrow(ConfigurationError)
  expect(open).toThrow(`${file} is not a database of Parley. Choose another folder for the data`)
})
