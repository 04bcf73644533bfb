import { constants, existsSync, readdirSync, rmSync } from 'node:fs'
import { cp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cached } from '../cache.ts'
import { startProcess } from '../process.ts'
import { run } from '../run.ts'
import type { NativeService } from '../runner/nativeService.ts'
import { fetchMysqld } from './fetch.ts'
import type { Mysqld } from './fetch.ts'

/** MySQL with production durability: every commit is on disk before it is acknowledged (the server's default). */
export const mysql: NativeService = {
  async start({ ports, data, log, signal }) {
    const mysqld = await fetchMysqld(signal)
    if (!existsSync(data)) await copyTemplate(mysqld, data, signal)
    removeSocket(data)
    const options = [
      `--datadir=${data}`,
      `--port=${ports.mysql}`,
      '--bind-address=127.0.0.1',
      '--socket=mysql.sock',
      '--mysqlx=OFF',
      '--performance-schema=OFF',
      '--skip-log-bin',
      '--skip-name-resolve',
      '--character-set-server=utf8mb4',
      '--innodb-flush-log-at-trx-commit=1',
      '--innodb-redo-log-capacity=32M',
      '--secure-file-priv=',
      `--init-file=${join(import.meta.dirname, 'init.sql')}`,
    ]
    return startProcess({ command: mysqld.command, args: [...mysqld.args, ...options] }, data, log)
  },
}

/** Initializing takes seconds and gives the same every time: done once for each version, then copied. */
async function copyTemplate(mysqld: Mysqld, data: string, signal: AbortSignal | undefined): Promise<void> {
  const template = await cached(`mysql-data-${mysqld.version}`, async (folder) => {
    const options = ['--initialize-insecure', `--datadir=${join(folder, 'data')}`, '--innodb-redo-log-capacity=32M']
    await run(mysqld.command, [...mysqld.args, ...options], { signal })
    // Without it each copy gives itself an identity of its own.
    await rm(join(folder, 'data/auto.cnf'), { force: true })
  })
  await rm(`${data}.part`, { recursive: true, force: true })
  await cp(join(template, 'data'), `${data}.part`, { recursive: true, mode: constants.COPYFILE_FICLONE })
  await rename(`${data}.part`, data)
}

/** After a `kill -9` the socket and its lock are still there, and the pid in the lock may be another process's by now. */
function removeSocket(data: string): void {
  for (const name of readdirSync(data).filter((name) => name.startsWith('mysql.sock'))) rmSync(join(data, name))
}
