import { fileURLToPath } from 'node:url'
import { ConfigurationError } from '../errors.ts'
import type { Database, DatabaseName } from './database.ts'
import { openMysql } from './mysql/openMysql.ts'
import { openSqlite } from './sqlite/openSqlite.ts'

/**
 * Opens one of the databases. `url` is `mysql://user:password@host:port/name`, or `file:` with the path of an
 * SQLite file, which is created with its folder when it is not there.
 */
export function openDatabase({ name, url }: { name: DatabaseName; url: string }): Database {
  if (url.startsWith('mysql://')) return openMysql(name, url)
  if (url.startsWith('file:///')) return openSqlite(name, fileURLToPath(url))
  if (url.startsWith('file:')) return openSqlite(name, url.slice('file:'.length))
  throw new ConfigurationError(`A database address starts with mysql:// or file:, not with "${url.split(':')[0]}".`)
}
