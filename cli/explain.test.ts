import { afterAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { explain } from './explain.ts'

const folder = mkdtempSync(join(tmpdir(), 'parley-explain-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What `work` throws. */
function thrownBy(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

test('a database that may only be read is said in one line, with what to do', () => {
  const file = join(folder, 'users.db')
  new DatabaseSync(file).close()
  const database = new DatabaseSync(file, { readOnly: true })
  const told = explain(thrownBy(() => database.exec('create table people (id)')))
  database.close()
  expect(told).toMatch(/^A database in the folder of the data may not be written by this user .*PARLEY_DATA=/)
  expect(told).not.toContain('\n')
})

test('a fault of a statement keeps its stack: it is no fault of the folder', () => {
  const database = new DatabaseSync(':memory:')
  expect(explain(thrownBy(() => database.exec('no statement')))).toContain('explain.test.ts')
  database.close()
})
