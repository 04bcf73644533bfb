import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { identify, isRunning } from './identity.ts'
import type { ProcessIdentity } from './identity.ts'
import { tail } from './run.ts'
import { until } from './until.ts'

export interface Command {
  readonly command: string
  readonly args: readonly string[]
}

/** Starts a process that outlives this one, in a session of its own, so that a Ctrl-C here doesn't reach it. */
export async function startProcess({ command, args }: Command, cwd: string, log: string): Promise<ProcessIdentity> {
  mkdirSync(dirname(log), { recursive: true })
  const output = openSync(log, 'a')
  try {
    const child = spawn(command, args, { cwd, detached: true, stdio: ['ignore', output, output] })
    await once(child, 'spawn')
    child.unref()
    const identity = child.pid === undefined ? undefined : identify(child.pid)
    if (!identity) throw new Error(`${command} ended at once. The end of its log:\n${tail(readFileSync(log, 'utf8'))}`)
    return identity
  } finally {
    closeSync(output)
  }
}

/** Sends the signal only to the very process that was recorded. False when it no longer runs. */
export function signalProcess(identity: ProcessIdentity, signal: NodeJS.Signals): boolean {
  if (!isRunning(identity)) return false
  try {
    return process.kill(identity.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}

export const untilEnded = (identity: ProcessIdentity, timeoutMs = 30_000): Promise<void> =>
  until(`process ${identity.pid} to end`, () => Promise.resolve(!isRunning(identity)), { timeoutMs, everyMs: 10 })
