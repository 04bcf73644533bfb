import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identify, isRunning } from './identity.ts'
import type { ProcessIdentity } from './identity.ts'
import { until } from './until.ts'

/** Lets one process at a time change what runs in a folder. The lock of a process that has died is taken over. */
export async function locked<T>(folder: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  const file = join(folder, 'lock')
  mkdirSync(folder, { recursive: true })
  await until(`another process to finish with ${folder}`, () => Promise.resolve(take(file)), {
    timeoutMs: 600_000,
    signal,
  })
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify(identify(process.pid)), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  if (!isRunning(holder(file))) rmSync(file, { force: true })
  return false
}

function holder(file: string): ProcessIdentity {
  return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity
}
