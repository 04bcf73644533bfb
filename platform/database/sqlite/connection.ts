import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { LRUCache } from 'lru-cache'

const PREPARED_STATEMENTS = 500

/** One SQLite connection with its prepared statements. Calls are synchronous: nothing runs between their parts. */
export class SqliteConnection {
  readonly #database: DatabaseSync
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
    statement.setReturnArrays(false)
    return statement.all(...bind(params))
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

/** SQLite has no booleans. */
const bind = (params: readonly unknown[]) =>
  params.map((value) => (typeof value === 'boolean' ? Number(value) : value)) as SQLInputValue[]
