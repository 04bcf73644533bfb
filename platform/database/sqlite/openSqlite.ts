import { Overloaded } from '../../errors.ts'
import type { Database, DatabaseName, SchemaSession } from '../database.ts'
import { SqliteConnection } from './connection.ts'
import { openFile } from './openFile.ts'
import { sqliteQueries } from './queries.ts'

const MAX_WAITING_WRITERS = 10_000

/**
 * A database in one file, for one process. Two connections: one writes, one transaction after the other; the other
 * reads, and so never sees what a transaction under way has not committed.
 */
export function openSqlite(name: DatabaseName, file: string): Database {
  const connect = () => openFile(file, (path) => new SqliteConnection(path))
  const writer = connect()
  const reader = connect()
  let statements = 0
  let waiting = 0
  let turn: Promise<unknown> = Promise.resolve()

  /** One writer at a time, in order of arrival. */
  function exclusively<T>(work: () => Promise<T> | T): Promise<T> {
    if (waiting >= MAX_WAITING_WRITERS) {
      throw new Overloaded('Too many writes are waiting for the database.', { retryAfterMs: 500 })
    }
    waiting += 1
    const result = turn.then(work).finally(() => (waiting -= 1))
    turn = result.catch(() => {})
    return result
  }

  const tx: SchemaSession = {
    ...sqliteQueries(async (_kind, work) => {
      statements += 1
      return work(writer)
    }),
    command: async (statement) => writer.execute(statement),
  }

  const root = sqliteQueries(async (kind, work) => {
    statements += 1
    return kind === 'read' ? work(reader) : exclusively(() => work(writer))
  })

  async function inTransaction<T>(work: (tx: SchemaSession) => Promise<T>): Promise<T> {
    writer.execute('begin immediate')
    try {
      const result = await work(tx)
      writer.execute('commit')
      return result
    } catch (error) {
      writer.execute('rollback')
      throw error
    }
  }

  return {
    ...root,
    name,
    get statements() {
      return statements
    },
    transaction: async (work) => exclusively(() => inTransaction(work)),
    exclusively: async (_lock, work) => exclusively(() => inTransaction(work)),
    ping: async () => void reader.arrays('select 1', []),
    close: async () => {
      await turn
      reader.close()
      writer.close()
    },
  }
}
