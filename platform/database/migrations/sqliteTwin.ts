import { getTableConfig, type MySqlTable } from 'drizzle-orm/mysql-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

/** The SQLite table that corresponds to a MySQL table: same names, keys and indexes. Only for generating migrations. */
export function sqliteTwin(table: MySqlTable): sqlite.SQLiteTable {
  const { name, columns, indexes, primaryKeys } = getTableConfig(table)
  const twins = Object.fromEntries(
    columns.map((column) => {
      let twin = /char|text|json/.test(column.getSQLType()) ? sqlite.text(column.name) : sqlite.integer(column.name)
      if (column.primary) twin = twin.primaryKey() as typeof twin
      if (column.notNull && !column.primary) twin = twin.notNull() as typeof twin
      if (column.default !== undefined) twin = twin.default(sqliteDefault(column.default) as never) as typeof twin
      return [column.name, twin]
    }),
  )
  return sqlite.sqliteTable(name, twins, (t) => {
    const pick = (list: readonly object[]) => list.map((c) => t[(c as { name: string }).name]!) as never
    return [
      ...primaryKeys.map((key) => sqlite.primaryKey({ columns: pick(key.columns) })),
      ...indexes.map(({ config }) =>
        (config.unique ? sqlite.uniqueIndex : sqlite.index)(config.name).on(...(pick(config.columns) as [never])),
      ),
    ]
  })
}

/** SQLite has no booleans. */
const sqliteDefault = (value: unknown) => (typeof value === 'string' ? value : Number(value))
