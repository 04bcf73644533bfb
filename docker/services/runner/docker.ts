import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { run, succeeds, tail } from '../run.ts'
import type { RunOptions } from '../run.ts'
import type { ServiceName, ServicesState } from '../state.ts'
import { endsProcess } from './runner.ts'
import type { Runner } from './runner.ts'

const file = join(import.meta.dirname, '../compose.yml')

/** One project for each state folder, so that a test run never meets a developer's containers. */
const project = (folder: string) => `parley-services-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`

/** The plugin `docker compose`, or the program `docker-compose` where the plugin isn't installed. */
export async function composeProgram(): Promise<[string, ...string[]] | undefined> {
  if (await succeeds('docker', ['compose', 'version'])) return ['docker', 'compose']
  return (await succeeds('docker-compose', ['version'])) ? ['docker-compose'] : undefined
}

async function compose(state: ServicesState, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const program = await composeProgram()
  if (!program) throw new Error('Docker is here but Compose is not: install the Compose plugin, then try again')
  const [command, ...first] = program
  const env = {
    PARLEY_MYSQL_PORT: String(state.ports.mysql),
    PARLEY_REDIS_PORT: String(state.ports.redis),
    PARLEY_KAFKA_PORT: String(state.ports.kafka),
  }
  return run(command, [...first, '-p', project(state.folder), '-f', file, ...args], { ...options, env })
}

/** Compose calls that come at once would each make the project's network; and starting a container takes no time. */
let lastStart: Promise<unknown> = Promise.resolve()

export const docker: Runner = {
  start(state, name, signal) {
    const started = lastStart.then(() => compose(state, ['up', '-d', '--no-deps', '--no-recreate', name], { signal }))
    lastStart = started.catch(() => {})
    return started.then(() => {})
  },

  isRunning: (state, name) => isContainerRunning(state, name),

  async kill(state, name, signal) {
    if (!(await isContainerRunning(state, name))) throw new Error(`${name} doesn't run`)
    await compose(state, ['kill', '-s', signal, name])
    if (endsProcess(signal)) await run('docker', ['wait', await containerId(state, name)], { timeoutMs: 30_000 })
  },

  async end(state) {
    await compose(state, ['down', '-v', '-t', '0', '--remove-orphans'])
  },

  logTail: (state, name) => compose(state, ['logs', '--no-color', '--tail', '25', name]).then(tail),

  describe: (state, name) => `container of the project ${project(state.folder)}, service ${name}`,
}

const containerId = async (state: ServicesState, name: ServiceName) =>
  (await compose(state, ['ps', '-q', '-a', name])).trim()

async function isContainerRunning(state: ServicesState, name: ServiceName): Promise<boolean> {
  const id = await containerId(state, name)
  return id !== '' && (await run('docker', ['inspect', '-f', '{{.State.Running}}', id])).trim() === 'true'
}
