import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process, not just its number: a pid is given to another process sooner or later, a pid with its start is not. */
export interface ProcessIdentity {
  readonly pid: number
  readonly startedAt: string
}

/** Field 22 of `/proc/PID/stat`, in clock ticks since boot. The name before it may hold spaces and parentheses. */
export function parseStat(stat: string): { state: string; startTicks: string } {
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .trim()
    .split(' ')
  const [state, startTicks] = [fields[0], fields[19]]
  if (!state || !startTicks) throw new Error(`not a line of /proc/PID/stat: ${stat}`)
  return { state, startTicks }
}

/** Undefined when no such process runs; one that has ended but was not yet reaped by its parent doesn't run. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = process.platform === 'linux' ? startOnLinux(pid) : startFromPs(pid)
  return startedAt === undefined ? undefined : { pid, startedAt }
}

export const isRunning = (identity: ProcessIdentity): boolean =>
  identify(identity.pid)?.startedAt === identity.startedAt

function startOnLinux(pid: number): string | undefined {
  try {
    const { state, startTicks } = parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    // Ticks count from boot, so they mean something only together with the boot.
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return state === 'Z' || state === 'X' ? undefined : `${boot}:${startTicks}`
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

function startFromPs(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
    return line === '' || line.startsWith('Z') ? undefined : line.replace(/^\S+\s+/, '')
  } catch {
    return undefined // ps exits with 1 when there is no such process
  }
}
