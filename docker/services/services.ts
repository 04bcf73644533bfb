import { existsSync } from 'node:fs'
import { rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { environment } from './environment.ts'
import { locked } from './lock.ts'
import { freePorts } from './ports.ts'
import { probes } from './probe.ts'
import { chooseRunner, runners } from './runner/choose.ts'
import { defaultFolder, readState, serviceNames, writeState } from './state.ts'
import type { ServiceName, ServicesState } from './state.ts'
import { NeverHolds, until } from './until.ts'

export { environment } from './environment.ts'
export { serviceNames } from './state.ts'
export type { ServiceName, ServicesState } from './state.ts'

export interface UpOptions {
  /** Where state, data and logs are kept. Default: `PARLEY_SERVICES_STATE`, else `.services` of the repository. */
  readonly folder?: string
  /** Aborted, it ends what this call has started. */
  readonly signal?: AbortSignal
}

export interface ServiceStatus {
  readonly name: ServiceName
  readonly address: string
  readonly where: string
  readonly healthy: boolean
  /** Why it isn't. */
  readonly fault?: string
}

const readyWithinMs = 120_000

/**
 * Brings up what doesn't run yet and resolves when all three answer. What was killed comes back with its port and data.
 * @throws with the tail of its log when a service doesn't come up; what this call started is ended then
 */
export async function up({ folder = defaultFolder(), signal }: UpOptions = {}): Promise<ServicesState> {
  return locked(folder, signal, async () => {
    const known = readState(folder)
    if (!known) {
      writeState({ runner: await chooseRunner(signal), folder, ports: await freePorts(), processes: {} })
    }
    await startMissing(folder, signal)
    const state = stateOf(folder)
    await writeFile(join(folder, 'env'), asLines(environment(state)))
    return state
  })
}

/** Ends what `up` started, and deletes its data and logs. False when nothing was up. */
export async function down(folder = defaultFolder()): Promise<boolean> {
  if (!existsSync(folder)) return false
  return locked(folder, undefined, async () => {
    const state = readState(folder)
    if (state) await runners[state.runner].end(state)
    await removeFiles(folder, ['data', 'logs', 'env', 'state.json'])
    return state !== undefined
  }).finally(() => rmdir(folder).catch(() => {})) // left where it holds something else
}

/** Undefined when nothing was brought up. */
export async function status(folder = defaultFolder()): Promise<ServiceStatus[] | undefined> {
  const state = readState(folder)
  if (!state) return undefined
  return Promise.all(
    serviceNames.map(async (name) => {
      const about = {
        name,
        address: `127.0.0.1:${state.ports[name]}`,
        where: runners[state.runner].describe(state, name),
      }
      if (!(await runners[state.runner].isRunning(state, name)))
        return { ...about, healthy: false, fault: 'not running' }
      return probes[name](state).then(
        () => ({ ...about, healthy: true }),
        (error: Error) => ({ ...about, healthy: false, fault: error.message }),
      )
    }),
  )
}

/** For fault tests: sends the signal to one service, and waits for its end unless the signal only stops or wakes it. */
export async function kill(
  name: ServiceName,
  signal: NodeJS.Signals = 'SIGKILL',
  folder = defaultFolder(),
): Promise<void> {
  const state = stateOf(folder)
  await runners[state.runner].kill(state, name, signal)
}

/** For fault tests: starts one service again, on the same port and data, and resolves when it answers. */
export async function start(name: ServiceName, folder = defaultFolder(), signal?: AbortSignal): Promise<void> {
  const state = stateOf(folder)
  const runner = runners[state.runner]
  if (!(await runner.isRunning(state, name))) await runner.start(state, name, signal)
  await untilReady(name, folder, signal)
}

export const asLines = (variables: Record<string, string>): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')

function stateOf(folder: string): ServicesState {
  const state = readState(folder)
  if (!state) throw new Error(`no services are up in ${folder}: run \`npm run services up\` first`)
  return state
}

/** Starts side by side what doesn't run; when one fails the others are called off, and those started here end. */
async function startMissing(folder: string, signal: AbortSignal | undefined): Promise<void> {
  const runner = runners[stateOf(folder).runner]
  const ranBefore = await Promise.all(serviceNames.map((name) => runner.isRunning(stateOf(folder), name)))
  const failed = new AbortController()
  const either = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal
  const startOne = (name: ServiceName) =>
    start(name, folder, either).catch((error: unknown) => failed.abort(failed.signal.reason ?? error))
  await Promise.all(serviceNames.map(startOne))
  if (!either.aborted) return
  await endStarted(
    folder,
    serviceNames.filter((_, index) => !ranBefore[index]),
  )
  throw either.reason
}

/** Leaves the logs, which say why; and the data, unless all of it is from this start. */
async function endStarted(folder: string, started: ServiceName[]): Promise<void> {
  const state = stateOf(folder)
  const runner = runners[state.runner]
  if (started.length === serviceNames.length) {
    await runner.end(state)
    await removeFiles(folder, ['data', 'state.json'])
    return
  }
  for (const name of started) {
    if (await runner.isRunning(state, name)) await runner.kill(state, name, 'SIGKILL')
  }
}

/** Only what is ours, in case someone names a folder that holds other things as well. */
async function removeFiles(folder: string, names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })))
}

async function untilReady(name: ServiceName, folder: string, signal: AbortSignal | undefined): Promise<void> {
  const holds = async () => {
    const state = stateOf(folder)
    if (!(await runners[state.runner].isRunning(state, name))) throw new NeverHolds(`${name} has ended`)
    await probes[name](state)
    return true
  }
  try {
    await until(`${name} to answer`, holds, { timeoutMs: readyWithinMs, signal })
  } catch (error) {
    signal?.throwIfAborted()
    const state = stateOf(folder)
    const log = await runners[state.runner].logTail(state, name)
    throw new Error(`${(error as Error).message}. The end of its log:\n${log}`, { cause: error })
  }
}
