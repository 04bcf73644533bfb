/**
 * `npm run migrations NAME`: compares the tables with the last snapshot and writes the next migration for MySQL and for
 * SQLite. Read what it wrote before committing it; a migration that has been released is never changed.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createRequire } from 'node:module'
import { partitioned, tablesOf } from '../tables/databases.ts'
import { sqliteTwin } from './sqliteTwin.ts'

type Snapshot = { id: string }
interface Kit {
  generateMySQLDrizzleJson(tables: Record<string, unknown>, previous?: string): Promise<Snapshot>
  generateMySQLMigration(previous: Snapshot, current: Snapshot): Promise<string[]>
  generateSQLiteDrizzleJson(tables: Record<string, unknown>, previous?: string): Promise<Snapshot>
  generateSQLiteMigration(previous: Snapshot, current: Snapshot): Promise<string[]>
}
const kit = createRequire(import.meta.url)('drizzle-kit/api') as Kit
const here = fileURLToPath(new URL('.', import.meta.url))

/** The statements that lead from the last snapshot to the tables as they are now. */
export async function pendingStatements(dialect: 'mysql' | 'sqlite', name: keyof typeof tablesOf) {
  const file = join(here, dialect, name, 'snapshot.json')
  const tables = tablesOf[name]
  const [json, migration] =
    dialect === 'mysql'
      ? ([kit.generateMySQLDrizzleJson, kit.generateMySQLMigration] as const)
      : ([kit.generateSQLiteDrizzleJson, kit.generateSQLiteMigration] as const)
  const imports =
    dialect === 'mysql'
      ? tables
      : Object.fromEntries(Object.entries(tables).map(([key, table]) => [key, sqliteTwin(table)]))
  const previous = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Snapshot) : await json({})
  const current = await json(imports, previous.id)
  const statements = await migration(previous, current)
  return { file, current, statements: dialect === 'mysql' ? statements.flatMap(withPartitions) : statements }
}

/** Drizzle knows no partitions: a created table that is listed gets them in the next statement. */
function withPartitions(statement: string): string[] {
  const created = /^CREATE TABLE `(\w+)`/.exec(statement)?.[1]
  const plan = created ? partitioned.get(created) : undefined
  if (!plan) return [statement]
  return [statement, `ALTER TABLE \`${created}\` PARTITION BY KEY (\`${plan.key}\`) PARTITIONS ${plan.partitions};`]
}

const databaseNames = Object.keys(tablesOf) as (keyof typeof tablesOf)[]

async function write(label: string) {
  for (const dialect of ['mysql', 'sqlite'] as const) {
    for (const name of databaseNames) {
      const { file, current, statements } = await pendingStatements(dialect, name)
      if (statements.length === 0) continue
      const folder = join(here, dialect, name)
      mkdirSync(folder, { recursive: true })
      const number = String(readdirSync(folder).filter((f) => f.endsWith('.sql')).length + 1).padStart(4, '0')
      writeFileSync(
        join(folder, `${number}_${label}.sql`),
        statements.map((s) => s.trim()).join('\n--> statement\n') + '\n',
      )
      writeFileSync(file, JSON.stringify(current, null, 2) + '\n')
      process.stdout.write(`${dialect}/${name}/${number}_${label}.sql\n`)
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const label = process.argv[2]
  if (!label || !/^[a-z0-9_]+$/.test(label)) {
    process.stderr.write('Usage: npm run migrations NAME   (lower case letters, digits and _)\n')
    process.exit(2)
  }
  await write(label)
}
