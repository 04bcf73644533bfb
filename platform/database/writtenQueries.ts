import { fillPlaceholders, type Query, type SQL } from 'drizzle-orm'

/** The text of a written select, and the values that go with it. */
export type WriteQuery = (query: SQL, values: Record<string, unknown> | undefined) => Pick<Query, 'sql' | 'params'>

/** Writes selects for one dialect. One that comes with values for its placeholders is written once, as long as it is kept. */
export function queryWriter(dialect: { sqlToQuery(query: SQL): Query }): WriteQuery {
  const written = new WeakMap<SQL, Query>()
  return (query, values) => {
    if (!values) return dialect.sqlToQuery(query)
    let known = written.get(query)
    if (!known) written.set(query, (known = dialect.sqlToQuery(query)))
    return { sql: known.sql, params: fillPlaceholders(known.params, values) }
  }
}
