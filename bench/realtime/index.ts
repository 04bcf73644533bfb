/** `npm run bench:realtime [-- --parts cpu,memory --peers ws,parley --shapes 1 --rounds 5 --profile FOLDER]`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { round } from '../statistics.ts'
import { writeInto } from '../writeInto.ts'
import { catchUp } from './catchUp/catchUp.ts'
import { eventCost } from './eventCost.ts'
import { manySockets } from './manySockets.ts'
import { peerNames, shapes, type PeerName } from './peer.ts'
import { picture } from './picture.ts'
import { report } from './report.ts'
import type { RealtimeResults } from './results.ts'
import { cpuOf, memoryOf, type Rounds } from './rounds.ts'

const parts = ['cpu', 'memory', 'event', 'catch-up', 'many'] as const
/** Only a whole run is written down. */
const whole = {
  parts: parts.join(','),
  peers: peerNames.join(','),
  shapes: shapes.map((_, index) => index + 1).join(','),
}
const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: whole.parts },
    peers: { type: 'string', default: whole.peers },
    shapes: { type: 'string', default: whole.shapes },
    rounds: { type: 'string', default: '9' },
    sockets: { type: 'string', default: '1000' },
    /** Clients that come back at once. */
    clients: { type: 'string', default: '10000' },
    /** Sockets with live traffic on one router. */
    many: { type: 'string', default: '20000' },
    /** A look: one round, fewer clients and sockets. */
    quick: { type: 'boolean', default: false },
    /** Where profiles of the servers go. */
    profile: { type: 'string' },
  },
})
const isWhole =
  !values.quick &&
  values.profile === undefined &&
  (['parts', 'peers', 'shapes'] as const).every((name) => values[name] === whole[name])
const wants = (part: (typeof parts)[number]) => values.parts.split(',').includes(part)
const orFewer = (most: number, given: string) => (values.quick ? Math.min(most, Number(given)) : Number(given))
const settings: Rounds = {
  peers: values.peers.split(',') as PeerName[],
  sockets: Number(values.sockets),
  warmUps: orFewer(1, '5'),
  rounds: orFewer(1, values.rounds),
  nodeArguments: values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`],
}

const results: RealtimeResults = {
  machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`,
  load: [round(loadavg()[0]!), 0],
  sockets: settings.sockets,
  rounds: settings.rounds,
  cpu: {},
  memory: {},
}
for (const [index, shape] of shapes.entries()) {
  if (!wants('cpu') || !values.shapes.split(',').includes(String(index + 1))) continue
  results.cpu[shape.name] = await cpuOf(shape, settings)
  console.log(shape.name, results.cpu[shape.name])
}
for (const name of wants('memory') ? settings.peers : []) {
  results.memory[name] = await memoryOf(name, settings.sockets)
  console.log('memory', name, results.memory[name])
}
if (wants('event')) results.events = await eventCost(orFewer(1_000, '3000'))
if (wants('catch-up')) results.catchUp = await catchUp(orFewer(1_000, values.clients), 50)
if (wants('many')) results.many = await manySockets(orFewer(2_000, values.many), 500)
results.load[1] = round(loadavg()[0]!)

const table = report(results)
console.log(table)
if (isWhole) {
  const folder = new URL('../results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('realtime.json', folder), JSON.stringify(results, null, 2) + '\n')
  writeFileSync(new URL('realtime.svg', folder), picture(results))
  writeInto(new URL('../../docs/performance.md', import.meta.url), 'realtime', table)
}
