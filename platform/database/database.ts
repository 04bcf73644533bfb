import type { SQL } from 'drizzle-orm'
import type { MySqlDatabase, MySqlTable } from 'drizzle-orm/mysql-core'
import type { MySql2PreparedQueryHKT, MySql2QueryResultHKT } from 'drizzle-orm/mysql2'

/** Drizzle's query builder over the tables in `tables/`: select, insert, update, delete. The same on both databases. */
export type QueryBuilder = Pick<
  MySqlDatabase<MySql2QueryResultHKT, MySql2PreparedQueryHKT, Record<string, never>>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete'
>

export interface Queries extends QueryBuilder {
  readonly dialect: Dialect
  /**
   * Runs a written select, for what the builder cannot say. Rows come as objects named by the columns' own names.
   * `values`: of its `sql.placeholder`s. Then `query` is written out once: keep it, and run it again with other values.
   */
  rows<T extends Record<string, unknown>>(query: SQL, values?: Record<string, unknown>): Promise<T[]>
}

/**
 * What MySQL and SQLite spell differently, under one name each. Affected rows: `const [{ affectedRows }] = await
 * tx.update(…)` holds on both.
 */
export interface Dialect {
  readonly name: 'mysql' | 'sqlite'
  /** Locks the rows that a select finds until the transaction ends. SQLite has one writer at a time: nothing to lock. */
  forUpdate<Q>(query: Q): Q
  /** The same, passing over rows that another transaction holds. */
  forUpdateSkipLocked<Q>(query: Q): Q
  /** Inserts what is not there yet; rows whose primary or unique key exists are left as they are. */
  insertIgnore<T extends MySqlTable>(
    queries: QueryBuilder,
    table: T,
    rows: T['$inferInsert'] | T['$inferInsert'][],
  ): Promise<{ affectedRows: number }>
  /** Inserts, or updates `set` where the primary key exists. */
  upsert<T extends MySqlTable>(
    queries: QueryBuilder,
    table: T,
    row: T['$inferInsert'],
    set: Partial<{ [K in keyof T['$inferInsert']]: T['$inferInsert'][K] | SQL }>,
  ): Promise<void>
}

/** Queries inside one transaction. */
export type Transaction = Queries

/** Queries and written statements, for migrations. */
export interface SchemaSession extends Queries {
  command(statement: string): Promise<void>
}

/**
 * One database: `users`, `conversations`, or the schemas' `registry`.
 *
 * Promises: what `transaction` resolved with is durable (synchronous commit); a transaction sees its own writes and no
 * uncommitted ones of others; a deadlock or lock time-out is retried a bounded number of times, so `work` may run more
 * than once and must have no effect outside `tx`; a lost connection gives the retriable error UNAVAILABLE.
 */
export interface Database extends Queries {
  readonly name: DatabaseName
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /**
   * Runs schema changes while no other process does: `work` waits its turn under the lock's name. A transaction on
   * SQLite; on MySQL each statement that changes the schema commits by itself.
   */
  exclusively<T>(lock: string, work: (session: SchemaSession) => Promise<T>): Promise<T>
  /** Statements sent so far. Tests count with it: a send's statements do not grow with the members (I5). */
  readonly statements: number
  /** Resolves when a trivial statement succeeds. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Which database: each has its own tables, migrations and shard key. */
export type DatabaseName = 'users' | 'conversations' | 'registry'
