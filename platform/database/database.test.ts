import { expect, test } from '@jest/globals'
import { sql } from 'drizzle-orm'
import { ConfigurationError } from '../errors.ts'
import { describeDatabase, describeUnreachable } from './database.contract.ts'
import { migrate, openDatabase, requireCurrentSchema } from './index.ts'
import { pendingStatements } from './migrations/generate.ts'
import { openTestDatabase } from './testDatabase.ts'

const side = process.env['PARLEY_TEST_SERVICES'] === '1' ? 'MySQL' : 'SQLite'
describeDatabase(side, () => openTestDatabase('conversations'))
describeUnreachable()

if (side === 'MySQL') {
  test('processes that migrate at once run each migration once', async () => {
    const place = await openTestDatabase('users', { migrated: false })
    const others = await Promise.all([1, 2, 3].map(() => openDatabase({ name: 'users', url: place.url })))
    const ran = await Promise.all(others.map(migrate))
    expect(ran.flat().length).toBe(new Set(ran.flat()).size)
    expect(ran.flat()).toContain('0001_initial')
    await Promise.all(others.map((other) => other.close()))
    await place.drop()
  })
}

test('a process refuses a schema that is older than it', async () => {
  const empty = await openDatabase({ name: 'users', url: 'file::memory:' })
  await expect(requireCurrentSchema(empty)).rejects.toBeInstanceOf(ConfigurationError)
  await empty.close()
})

test('a process refuses a schema that is newer than it', async () => {
  const place = await openTestDatabase('users')
  await place.database.exclusively('test', (session) =>
    session.command(`insert into schema_migrations values ('9999_future', 1)`),
  )
  await expect(requireCurrentSchema(place.database)).rejects.toThrow('9999_future')
  expect(await place.database.rows(sql`select 1 as one`)).toEqual([{ one: 1 }])
  await place.drop()
})

test.each(['mysql', 'sqlite'] as const)('the committed %s migrations are those of the tables', async (dialect) => {
  for (const name of ['users', 'conversations', 'registry'] as const) {
    expect((await pendingStatements(dialect, name)).statements).toEqual([])
  }
})
