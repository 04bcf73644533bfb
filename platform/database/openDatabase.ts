import { fileURLToPath } from 'node:url'
import { ConfigurationError } from '../errors.ts'
import type { Database, DatabaseName } from './database.ts'
import { openSqlite } from './sqlite/openSqlite.ts'

/**
 * Opens one of the databases. `url` is `mysql://user:password@host:port/name`, or `file:` with the path of an
 * SQLite file, which is created with its folder when it is not there. A MySQL server is not asked for anything yet.
 */
export async function openDatabase({ name, url }: { name: DatabaseName; url: string }): Promise<Database> {
  if (url.startsWith('mysql://')) {
    const { openMysql } = await import('./mysql/openMysql.ts')
    return openMysql(name, url)
  }
  if (url.startsWith('file:///')) return openSqlite(name, fileURLToPath(url))
  if (url.startsWith('file:')) return openSqlite(name, url.slice('file:'.length))
  throw new ConfigurationError(`A database address starts with mysql:// or file:, not with "${url.split(':')[0]}".`)
}
