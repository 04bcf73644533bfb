import { readRelease } from '../apt/release.ts'
import { fromRoot, unpackPackages } from '../apt/root.ts'
import { cached } from '../cache.ts'
import type { Command } from '../process.ts'
import { findOnPath, run } from '../run.ts'

export interface Mysqld extends Command {
  /** Names the version, so that data of one version is never opened by another. */
  readonly version: string
}

/**
 * The machine's own mysqld when it is MySQL 8 or newer, else the one of Debian's unstable suite, fetched once.
 * Debian's stable suites have only MariaDB, which lacks what Parley's SQL uses (`INSERT … AS new`, ngram search).
 */
export async function fetchMysqld(signal?: AbortSignal): Promise<Mysqld> {
  const installed = findOnPath('mysqld')
  if (installed) {
    const version = mysqlVersion(await run(installed, ['--version'], { signal }))
    if (version) return { command: installed, args: ['--no-defaults', ...userOption()], version }
  }
  if (readRelease().id !== 'debian') {
    throw new Error('MySQL 8 or newer is missing: put its mysqld on the PATH, or start Docker; then try again')
  }
  const root = await cached('mysql-sid', (folder) =>
    unpackPackages(folder, {
      packages: ['mysql-server-core'],
      suite: 'sid',
      without: ['./usr/bin', './usr/lib/*/gconv', './usr/lib/*/perl*'],
      signal,
    }),
  )
  const { command, args } = fromRoot(root, 'usr/sbin/mysqld')
  const version = mysqlVersion(await run(command, [...args, '--no-defaults', '--version'], { signal }))
  if (!version) throw new Error(`${root} holds no MySQL 8 or newer: delete it, and it is fetched again`)
  const share = `${root}/usr/share/mysql`
  const places = [
    `--basedir=${root}/usr`,
    `--plugin-dir=${root}/usr/lib/mysql/plugin`,
    `--lc-messages-dir=${share}`,
    `--character-sets-dir=${share}/charsets`,
  ]
  return { command, args: [...args, '--no-defaults', ...userOption(), ...places], version }
}

/** `9.7.4` of "mysqld  Ver 9.7.4-2 for Linux …"; undefined for MariaDB, which calls itself 10 and 11, and before 8. */
export function mysqlVersion(text: string): string | undefined {
  const version = /\bVer (\d+\.\d+\.\d+)/.exec(text)?.[1]
  return version && !/mariadb/i.test(text) && Number.parseInt(version) >= 8 ? version : undefined
}

/** mysqld refuses to run as root unless it is told to. */
const userOption = () => (process.getuid?.() === 0 ? ['--user=root'] : [])
