import type { SQL } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import { drizzle } from 'drizzle-orm/sqlite-proxy'
import { builderOf } from '../builderOf.ts'
import type { QueryBuilder, Queries } from '../database.ts'
import { queryWriter } from '../writtenQueries.ts'
import type { SqliteConnection } from './connection.ts'
import { sqliteDialect } from './dialect.ts'

/** Runs `work` with the connection that statements of this kind go to, when it is free. */
export type Route = <T>(kind: 'read' | 'write', work: (connection: SqliteConnection) => T) => Promise<T>

const write = queryWriter(new SQLiteAsyncDialect())

/**
 * Drizzle's SQLite query builder, typed as MySQL's: the calls in `QueryBuilder` are the same in both, and the tables
 * are written once (columns.ts). Writes answer as mysql2 does, with `[{ affectedRows }]`.
 */
export function sqliteQueries(route: Route): Queries {
  const builder = drizzle((sql, params, method) =>
    method === 'run'
      ? (route('write', (connection) => [connection.run(sql, params)]) as never)
      : route('read', (connection) => {
          const rows = connection.arrays(sql, params)
          return { rows: (method === 'get' ? rows[0] : rows) as unknown[] }
        }),
  ) as unknown as QueryBuilder

  return {
    ...builderOf(builder),
    dialect: sqliteDialect,
    rows: async <T extends Record<string, unknown>>(query: SQL, values?: Record<string, unknown>) => {
      const { sql, params } = write(query, values)
      return route('read', (connection) => connection.objects(sql, params) as T[])
    },
  }
}
