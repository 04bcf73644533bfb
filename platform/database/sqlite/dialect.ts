import { getTableConfig, type MySqlTable } from 'drizzle-orm/mysql-core'
import type { Dialect } from '../database.ts'

/** What drizzle's SQLite insert offers beyond what MySQL's has. */
interface SqliteInsert extends PromiseLike<[{ affectedRows: number }]> {
  onConflictDoNothing(): SqliteInsert
  onConflictDoUpdate(config: { target: unknown[]; set: object }): SqliteInsert
}

const primaryKeyOf = (table: MySqlTable) => {
  const { columns, primaryKeys } = getTableConfig(table)
  return primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)
}

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  forUpdate: (query) => query,
  forUpdateSkipLocked: (query) => query,
  insertIgnore: async (queries, table, rows) => {
    const insert = queries.insert(table).values(rows as never) as unknown as SqliteInsert
    const [result] = await insert.onConflictDoNothing()
    return { affectedRows: result.affectedRows }
  },
  upsert: async (queries, table, row, set) => {
    const insert = queries.insert(table).values(row as never) as unknown as SqliteInsert
    await insert.onConflictDoUpdate({ target: primaryKeyOf(table), set })
  },
}
