import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { LRUCache } from 'lru-cache'

const PREPARED_STATEMENTS = 500

/** The names of a statement's columns, and a row without values. */
interface Columns {
  readonly names: readonly string[]
  readonly empty: Readonly<Record<string, unknown>>
}

/** One SQLite connection with its prepared statements. Calls are synchronous: nothing runs between their parts. */
export class SqliteConnection {
  readonly #database: DatabaseSync
  readonly #columns = new WeakMap<StatementSync, Columns>()
  readonly #statements = new LRUCache<string, StatementSync>({ max: PREPARED_STATEMENTS })

  constructor(file: string) {
    this.#database = new DatabaseSync(file, { timeout: 5_000 })
    // WAL lets readers go on while one writes; FULL syncs each commit, so what is acknowledged survives a power cut.
    this.#database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  }

  execute(sql: string): void {
    this.#database.exec(sql)
  }

  /** Rows as arrays of values, in the order of the selected columns. */
  arrays(sql: string, params: readonly unknown[]): unknown[][] {
    const statement = this.#prepare(sql)
    statement.setReturnArrays(true)
    return statement.all(...bind(params)) as unknown as unknown[][]
  }

  objects(sql: string, params: readonly unknown[]): Record<string, unknown>[] {
    const statement = this.#prepare(sql)
    statement.setReturnArrays(true)
    const rows = statement.all(...bind(params)) as unknown as unknown[][]
    return rows.length === 0 ? [] : asObjects(rows, this.#columnsOf(statement, rows[0]!.length))
  }

  #columnsOf(statement: StatementSync, count: number): Columns {
    let columns = this.#columns.get(statement)
    // SQLite prepares a statement again by itself when the schema has changed.
    if (columns?.names.length !== count) {
      const names = statement.columns().map(({ name }) => name)
      const empty: Record<string, unknown> = {}
      for (const name of names) empty[name] = null
      this.#columns.set(statement, (columns = { names, empty }))
    }
    return columns
  }

  run(sql: string, params: readonly unknown[]): { affectedRows: number } {
    return { affectedRows: Number(this.#prepare(sql).run(...bind(params)).changes) }
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = this.#database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}

/** Copies of one object are made faster than objects of names, as node:sqlite would give them. */
function asObjects(rows: readonly (readonly unknown[])[], { names, empty }: Columns): Record<string, unknown>[] {
  return rows.map((row) => {
    const named = { ...empty }
    for (let at = 0; at < names.length; at++) if (row[at] !== null) named[names[at]!] = row[at]
    return named
  })
}

/** SQLite has no booleans. */
const bind = (params: readonly unknown[]) =>
  params.map((value) => (typeof value === 'boolean' ? Number(value) : value)) as SQLInputValue[]
