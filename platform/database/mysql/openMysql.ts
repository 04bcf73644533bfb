import { setTimeout as delay } from 'node:timers/promises'
import { MySqlDialect } from 'drizzle-orm/mysql-core'
import { drizzle } from 'drizzle-orm/mysql2'
import { createPool, type Pool, type PoolConnection } from 'mysql2/promise'
import type { SQL } from 'drizzle-orm'
import { builderOf } from '../builderOf.ts'
import type { Database, DatabaseName, Queries, QueryBuilder, SchemaSession, Transaction } from '../database.ts'
import { Unavailable } from '../../errors.ts'
import { queryWriter } from '../writtenQueries.ts'
import { asFailure, isConflict } from '../failures.ts'
import { mysqlDialect } from './dialect.ts'

const ATTEMPTS = 5
const CONNECTIONS = 20
const MAX_WAITING = 2_000

const write = queryWriter(new MySqlDialect())

export interface MysqlOptions {
  connections?: number
}

/** MySQL 8 or newer (or one that speaks like it) over a pool of connections. */
export function openMysql(name: DatabaseName, url: string, options: MysqlOptions = {}): Database {
  const pool = createPool({
    uri: url,
    connectionLimit: options.connections ?? CONNECTIONS,
    queueLimit: MAX_WAITING,
    connectTimeout: 5_000,
    enableKeepAlive: true,
    charset: 'utf8mb4',
    supportBigNumbers: true,
  })
  // Committed rows become visible at once, and no gaps are locked: positions are guarded by the timeline's row alone.
  pool.pool.on('connection', (connection) => connection.query('set session transaction isolation level read committed'))

  let statements = 0
  const count = () => void (statements += 1)
  const root = mysqlQueries(pool, count)
  // Connections keep their query builder: building one for each transaction costs more than the statements it sends.
  const builders = new WeakMap<object, Transaction>()
  const queriesOf = (connection: PoolConnection): Transaction => {
    let queries = builders.get(connection.connection)
    if (!queries) builders.set(connection.connection, (queries = mysqlQueries(connection, count)))
    return queries
  }

  return {
    ...root,
    name,
    get statements() {
      return statements
    },
    transaction: (work) => retryConflicts(() => inTransaction(pool, queriesOf, work)),
    exclusively: (lock, work) => underLock(pool, `parley:${name}:${lock}`, queriesOf, work),
    ping: async () => {
      await pool.query('select 1').catch((error) => Promise.reject(asFailure(error)))
    },
    close: () => pool.end(),
  }
}

async function inTransaction<T>(
  pool: Pool,
  queriesOf: (connection: PoolConnection) => Transaction,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection().catch((error) => Promise.reject(asFailure(error)))
  let broken = false
  try {
    await connection.query('begin')
    const result = await work(queriesOf(connection))
    await connection.query('commit')
    return result
  } catch (error) {
    await connection.query('rollback').catch(() => (broken = true))
    throw error
  } finally {
    if (broken) connection.destroy()
    else connection.release()
  }
}

const LOCK_WAIT_SECONDS = 60

async function underLock<T>(
  pool: Pool,
  lock: string,
  queriesOf: (connection: PoolConnection) => Transaction,
  work: (session: SchemaSession) => Promise<T>,
): Promise<T> {
  const connection = await pool.getConnection().catch((error) => Promise.reject(asFailure(error)))
  try {
    // Locks are server-wide: the database's own name keeps two installations on one server apart.
    const [[row]] = (await connection.query('select get_lock(sha2(concat(database(), ?), 256), ?) as held', [
      lock,
      LOCK_WAIT_SECONDS,
    ])) as unknown as [[{ held: number }]]
    if (row.held !== 1) throw new Unavailable(`Another process has held the lock ${lock} for ${LOCK_WAIT_SECONDS} s.`)
    const command = async (statement: string) => void (await connection.query(statement))
    return await work({ ...queriesOf(connection), command })
  } finally {
    await connection.query('do release_all_locks()').catch(() => {})
    connection.release()
  }
}

async function retryConflicts<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!isConflict(error) || tries >= ATTEMPTS) throw asFailure(error)
      await delay(Math.random() * 10 * 2 ** tries)
    }
  }
}

function mysqlQueries(connection: Pool | PoolConnection, count: () => void): Queries {
  const client = failingKnown(connection)
  const database = drizzle(client as Pool, { logger: { logQuery: count } })
  const builder = database as unknown as QueryBuilder
  return {
    ...builderOf(builder),
    dialect: mysqlDialect,
    rows: async <T extends Record<string, unknown>>(query: SQL, values?: Record<string, unknown>) => {
      count()
      const { sql, params } = write(query, values)
      const [rows] = await client.query(sql, params)
      return rows as T[]
    },
  }
}

/** The same connection, whose failures are told in our own errors (Drizzle keeps them as causes). */
function failingKnown(connection: Pool | PoolConnection): Pick<Pool, 'query'> {
  const query = async (...args: Parameters<Pool['query']>) => {
    try {
      return await connection.query(...args)
    } catch (error) {
      throw asFailure(error)
    }
  }
  return { query: query as Pool['query'] }
}
