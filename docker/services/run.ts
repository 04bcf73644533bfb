import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

const exec = promisify(execFile)

export interface RunOptions {
  readonly signal?: AbortSignal | undefined
  readonly timeoutMs?: number
  readonly env?: Record<string, string>
  readonly cwd?: string
}

/** Runs a command to its end and returns its standard output. The error carries the tail of what it wrote. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { signal, timeoutMs = 600_000, env = {}, cwd } = options
  try {
    const { stdout } = await exec(command, args, {
      signal,
      cwd,
      timeout: timeoutMs,
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, ...env },
    })
    return stdout
  } catch (error) {
    signal?.throwIfAborted()
    const { stdout = '', stderr = '', message } = error as { stdout?: string; stderr?: string; message: string }
    const said = tail(`${stdout}\n${stderr}`.trim()) || message
    throw new Error(`${[command, ...args].join(' ').slice(0, 200)} failed:\n${said}`, { cause: error })
  }
}

/** True when the command ends with 0 within the time. */
export const succeeds = (command: string, args: readonly string[], options: RunOptions = {}): Promise<boolean> =>
  run(command, args, options).then(
    () => true,
    () => false,
  )

export const tail = (text: string, lines = 25): string => text.trimEnd().split('\n').slice(-lines).join('\n')

/** Servers live in the sbin folders, which an ordinary user's PATH may lack. */
export function findOnPath(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin']
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
