/**
 * Runs a test command on services of its own, and takes them down whatever happens:
 * `npm run test:services`, or `npm run test:services -- npx jest tests/faults`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { claimTestFolder, sweepTestFolders } from './testFolder.ts'
import { down, environment, up } from './services.ts'

const [command = 'npm', ...args] = process.argv.length > 2 ? process.argv.slice(2) : ['npm', 'run', 'test:on-services']

const interrupted = new AbortController()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => interrupted.abort(name))
}

process.exitCode = await runTests().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : `interrupted by ${String(error)}`)
  return exitCodeOf(interrupted.signal.reason) ?? 1
})

async function runTests(): Promise<number> {
  await sweepTestFolders()
  const folder = claimTestFolder()
  try {
    const state = await up({ folder, signal: interrupted.signal })
    const env = { ...environment(state), PARLEY_TEST_SERVICES: '1', PARLEY_SERVICES_STATE: folder }
    return await runCommand(env)
  } finally {
    await down(folder)
  }
}

/** In a process group of its own, so that one signal ends npm, its shell and the test runner alike. */
async function runCommand(env: Record<string, string>): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', detached: true, env: { ...process.env, ...env } })
  const signalGroup = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal)
    } catch {
      // The group has ended already.
    }
  }
  let lastResort: NodeJS.Timeout | undefined
  const end = () => {
    signalGroup(interrupted.signal.reason)
    lastResort = setTimeout(() => signalGroup('SIGKILL'), 10_000)
  }
  if (interrupted.signal.aborted) end()
  interrupted.signal.addEventListener('abort', end, { once: true })
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    return exitCodeOf(interrupted.signal.reason) ?? code ?? exitCodeOf(signal) ?? 1
  } finally {
    clearTimeout(lastResort)
    signalGroup('SIGKILL')
  }
}

function exitCodeOf(signal: unknown): number | undefined {
  return typeof signal === 'string' ? 128 + constants.signals[signal as NodeJS.Signals] : undefined
}
