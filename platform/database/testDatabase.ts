import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database, DatabaseName } from './database.ts'
import { migrate } from './migrations/migrate.ts'
import { openDatabase } from './openDatabase.ts'

/** A fresh, migrated database for one suite, and its end. */
export interface TestDatabase {
  database: Database
  url: string
  drop(): Promise<void>
}

/** On MySQL when the suites run on services (PARLEY_TEST_SERVICES=1), else on SQLite in a folder of its own. */
export async function openTestDatabase(name: DatabaseName, { migrated = true } = {}): Promise<TestDatabase> {
  const place = process.env['PARLEY_TEST_SERVICES'] === '1' ? await mysqlPlace(name) : sqlitePlace(name)
  const database = await openDatabase({ name, url: place.url })
  if (migrated) await migrate(database)
  return {
    database,
    url: place.url,
    drop: async () => {
      await database.close()
      await place.remove()
    },
  }
}

function sqlitePlace(name: DatabaseName) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-'))
  return {
    url: `file:${join(folder, `${name}.db`)}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function mysqlPlace(name: DatabaseName) {
  // Only a way to the server: the suite makes a database of its own.
  const { [`PARLEY_${name.toUpperCase()}_DATABASE_URL`]: own, PARLEY_USERS_DATABASE_URL: other } = process.env
  const base = own ?? other
  if (!base) throw new Error(`PARLEY_${name.toUpperCase()}_DATABASE_URL is missing: run this by npm run test:services`)
  const url = new URL(base)
  const schema = `${url.pathname.slice(1)}_${randomBytes(4).toString('hex')}`
  const { createConnection } = await import('mysql2/promise')
  const run = async (statement: string) => {
    const connection = await createConnection(base)
    await connection.query(statement)
    await connection.end()
  }
  await run(`create database ${schema}`)
  url.pathname = `/${schema}`
  return { url: url.href, remove: () => run(`drop database ${schema}`) }
}
