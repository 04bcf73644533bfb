/** `npm run check:realtime [-- --faults] [--clients 1000] …`: see README.md. Exits with 1 on any fault. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Processes } from '../harness/processes.ts'
import { TestSystem } from '../harness/system.ts'
import { checkRealtime, type LoadOptions } from './checkRealtime.ts'
import { victimNames, ways, type VictimName } from './killer.ts'
import { textOf } from './report.ts'

const { values } = parseArgs({
  options: {
    faults: { type: 'boolean', default: false },
    clients: { type: 'string', default: '1000' },
    members: { type: 'string', default: '50' },
    messages: { type: 'string', default: '200' },
    everyMs: { type: 'string', default: '100' },
    cutShare: { type: 'string', default: '0.01' },
    tokenMs: { type: 'string' },
    awayMs: { type: 'string' },
    by: { type: 'string', default: 'kill' },
    rounds: { type: 'string', default: '3' },
    victims: { type: 'string', default: victimNames.join(',') },
  },
})
const victims = victimNames.filter((name) => values.victims.split(',').includes(name)) as readonly VictimName[]
const by = ways.find((way) => way === values.by)
if (!by) throw new Error(`--by is one of ${ways.join(', ')}`)
const awayMs = values.awayMs === undefined ? undefined : Number(values.awayMs)
/** Connections live for a few tokens each; of a crowd, some twenty come back for a new one in a second. */
const tokenMs = Number(values.tokenMs ?? Math.max(10_000, 50 * Number(values.clients)))
const options: LoadOptions = {
  clients: Number(values.clients),
  members: Number(values.members),
  messages: Number(values.messages),
  everyMs: Number(values.everyMs),
  cutShare: Number(values.cutShare),
  renewEveryMs: 0.3 * tokenMs,
  settleMs: 180_000,
  tell: (what) => console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${what}`),
}
const variables = { PARLEY_ACCESS_TOKEN_TTL_MS: String(tokenMs) } as const

process.exitCode = values.faults && process.env.PARLEY_TEST_SERVICES !== '1' ? runOnServices() : await check()

/** This program once more, on MySQL, Redis and Kafka of its own that are taken down afterwards. */
function runOnServices(): number {
  const onServices = fileURLToPath(new URL('../../docker/services/test.ts', import.meta.url))
  const args = [onServices, process.execPath, ...process.argv.slice(1)]
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1
}

async function check(): Promise<number> {
  const result = values.faults ? await onProcesses() : await inOneProcess()
  console.log(textOf(options, result))
  return result.faults.length === 0 ? 0 : 1
}

async function onProcesses() {
  const processes = await Processes.start(variables)
  try {
    const kills = { processes, rounds: Number(values.rounds), victims, awayMs, by }
    return await checkRealtime(processes.places, { ...options, kills })
  } finally {
    // What went wrong before says more than that its data could not be removed.
    await processes.end().catch((error: unknown) => console.error(error))
  }
}

async function inOneProcess() {
  const system = await TestSystem.start(variables)
  try {
    return await checkRealtime([system], options)
  } finally {
    await system.stop()
  }
}
