import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { bigint, mysqlTable, varchar } from 'drizzle-orm/mysql-core'
import { ConfigurationError } from '../../errors.ts'
import type { Database, Queries } from '../database.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Which migrations a database has had. */
const applied = mysqlTable('schema_migrations', {
  name: varchar('name', { length: 100 }).primaryKey(),
  appliedAt: bigint('applied_at', { mode: 'number' }).notNull(),
})
const createApplied =
  'create table if not exists schema_migrations (name varchar(100) primary key, applied_at bigint not null)'

interface Migration {
  name: string
  statements: string[]
}

function migrationsOf({ dialect, name }: Database): Migration[] {
  const folder = join(here, dialect.name, name)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({
      name: file.slice(0, -'.sql'.length),
      statements: readFileSync(join(folder, file), 'utf8')
        .split('--> statement')
        .map((statement) => statement.trim())
        .filter(Boolean),
    }))
}

async function appliedNames(queries: Queries): Promise<Set<string>> {
  return new Set((await queries.select({ name: applied.name }).from(applied)).map((row) => row.name))
}

/**
 * Brings the schema to what this code knows; resolves with the names of the migrations it ran. Safe to run from several
 * processes at once: one works, the others wait. On MySQL a statement that changes the schema commits by itself, so a
 * migration that was cut off half-way must be finished by hand: the error names its statement.
 */
export async function migrate(database: Database): Promise<string[]> {
  return database.exclusively('migrate', async (tx) => {
    await tx.command(createApplied)
    const known = migrationsOf(database)
    const before = await appliedNames(tx)
    refuseUnknown(database, known, before)
    const ran: string[] = []
    for (const migration of known) {
      if (before.has(migration.name)) continue
      for (const statement of migration.statements) await tx.command(statement)
      await tx.insert(applied).values({ name: migration.name, appliedAt: Date.now() })
      ran.push(migration.name)
    }
    return ran
  })
}

/** @throws ConfigurationError  the schema is older or newer than this code: a process must not start on it */
export async function requireCurrentSchema(database: Database): Promise<void> {
  const [{ present } = { present: 0 }] = await database.rows<{ present: number }>(
    database.dialect.name === 'mysql'
      ? sql`select count(*) as present from information_schema.tables where table_schema = database() and table_name = 'schema_migrations'`
      : sql`select count(*) as present from sqlite_master where type = 'table' and name = 'schema_migrations'`,
  )
  const known = migrationsOf(database)
  const before = present ? await appliedNames(database) : new Set<string>()
  refuseUnknown(database, known, before)
  const missing = known.filter(({ name }) => !before.has(name))
  if (missing.length > 0) {
    throw new ConfigurationError(
      `The ${database.name} database lacks ${missing.length} migration(s), first ${missing[0]!.name}. Run: parley migrate`,
    )
  }
}

function refuseUnknown(database: Database, known: Migration[], before: Set<string>): void {
  const unknown = [...before].filter((name) => !known.some((migration) => migration.name === name))
  if (unknown.length > 0) {
    throw new ConfigurationError(
      `The ${database.name} database has migration ${unknown[0]}, which this version does not know. Start a newer version.`,
    )
  }
}
