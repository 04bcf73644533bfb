import type { Dialect } from '../database.ts'

/** What drizzle's MySQL select offers for locks. */
interface Lockable {
  for(strength: 'update', config?: { skipLocked: true }): unknown
}

export const mysqlDialect: Dialect = {
  name: 'mysql',
  forUpdate: <Q>(query: Q) => (query as Lockable).for('update') as Q,
  forUpdateSkipLocked: <Q>(query: Q) => (query as Lockable).for('update', { skipLocked: true }) as Q,
  insertIgnore: async (queries, table, rows) => {
    const [{ affectedRows }] = await queries
      .insert(table)
      .ignore()
      .values(rows as never)
    return { affectedRows }
  },
  upsert: async (queries, table, row, set) => {
    await queries
      .insert(table)
      .values(row as never)
      .onDuplicateKeyUpdate({ set: set as never })
  },
}
