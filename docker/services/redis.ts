import { mkdirSync } from 'node:fs'
import { fromRoot, unpackPackages } from './apt/root.ts'
import { cached } from './cache.ts'
import { credentials } from './environment.ts'
import { startProcess } from './process.ts'
import type { Command } from './process.ts'
import { findOnPath } from './run.ts'
import type { NativeService } from './runner/nativeService.ts'

export const redis: NativeService = {
  async start({ ports, data, log, signal }) {
    const { command, args } = await fetchRedis(signal)
    mkdirSync(data, { recursive: true })
    const options = [
      ...['--port', String(ports.redis), '--bind', '127.0.0.1', '--dir', data],
      ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''],
      ...['--requirepass', credentials.password],
    ]
    return startProcess({ command, args: [...args, ...options] }, data, log)
  },
}

/** The machine's own redis-server, else the one that its Debian sources offer, fetched once and not installed. */
async function fetchRedis(signal?: AbortSignal): Promise<Command> {
  const installed = findOnPath('redis-server')
  if (installed) return { command: installed, args: [] }
  if (!findOnPath('apt-get')) {
    throw new Error('redis-server is missing: put it on the PATH, or start Docker; then try again')
  }
  const root = await cached('redis', (folder) =>
    unpackPackages(folder, { packages: ['redis-server'], without: ['./usr/lib/*/gconv'], signal }),
  )
  return fromRoot(root, 'usr/bin/redis-server')
}
