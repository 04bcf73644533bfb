/** `npm run bench:realtime [-- --rounds 5 --sockets 1000 --peers ws,parley --profile]`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { round } from '../statistics.ts'
import { writeInto } from '../writeInto.ts'
import { eventCost } from './eventCost.ts'
import { manySockets } from './manySockets.ts'
import { Running } from './measure.ts'
import { isSlow, peerNames, shapes, type PeerName, type Shape } from './peer.ts'
import { picture } from './picture.ts'
import { report } from './report.ts'
import type { Measured, RealtimeResults } from './results.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    sockets: { type: 'string', default: '1000' },
    peers: { type: 'string', default: peerNames.join(',') },
    shapes: { type: 'string', default: '1,2,3' },
    profile: { type: 'boolean', default: false },
    'no-memory': { type: 'boolean', default: false },
    /** A look: fewer rounds and sockets. Nothing is written. */
    quick: { type: 'boolean', default: false },
    /** Sockets with live traffic on one router; 0: none. */
    many: { type: 'string', default: '20000' },
  },
})
const rounds = values.quick ? 1 : Number(values.rounds)
const sockets = Number(values.sockets)
const peers = values.peers.split(',') as PeerName[]
const eventsPerRound = 40
const memoryRounds = 1
const warmUps = values.quick ? 1 : 5

/** For each topic in a round. */
const eventsOf = (name: PeerName) => (isSlow(name) ? 3 : eventsPerRound)

function measured(figures: number[], bytes?: number): Measured {
  const sorted = figures.toSorted((a, b) => a - b)
  const median = round(sorted[Math.floor(sorted.length / 2)]!)
  return { median, rounds: figures.map(round), ...(bytes ? { bytes } : {}) }
}

/** All peers stand at the same time and take turns, so that what else the machine does falls on all of them. */
async function cpuOf(shape: Shape): Promise<Partial<Record<PeerName, Measured>>> {
  const profile = values.profile ? ['--cpu-prof', '--cpu-prof-dir=/tmp/parley-profiles'] : []
  const those = peers.filter((name) => !isSlow(name) || shape === shapes[0])
  const running = those.map((name) => new Running(name, shape, sockets, profile))
  const figures = those.map(() => ({ all: [] as number[], bytes: 0 }))
  for (const peer of running) await peer.open()
  // Until the compilers are done with all of them: what is done once for an event is not seen often in a round.
  for (let turn = 0; turn < warmUps; turn++) {
    for (const peer of running) await peer.perDelivery(eventsOf(peer.name) * shape.topics)
  }
  for (let turn = 0; turn < rounds; turn++) {
    for (const [index, peer] of running.entries()) {
      const { microseconds, bytes } = await peer.perDelivery(eventsOf(peer.name) * shape.topics)
      figures[index]!.all.push(microseconds)
      figures[index]!.bytes = bytes
    }
  }
  for (const peer of running) await peer.end()
  return Object.fromEntries(those.map((name, index) => [name, measured(figures[index]!.all, figures[index]!.bytes)]))
}

async function memoryOf(name: PeerName): Promise<Measured> {
  const figures: number[] = []
  for (let turn = 0; turn < memoryRounds; turn++) {
    const running = new Running(name, shapes[0]!, isSlow(name) ? sockets : 4 * sockets)
    figures.push(await running.perConnection())
    await running.end()
  }
  return measured(figures)
}

const results: RealtimeResults = {
  machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`,
  load: [round(loadavg()[0]!), 0],
  sockets,
  rounds,
  cpu: {},
  memory: {},
}
for (const [index, shape] of shapes.entries()) {
  if (!values.shapes.split(',').includes(String(index + 1))) continue
  results.cpu[shape.name] = await cpuOf(shape)
  console.log(shape.name, results.cpu[shape.name])
}
if (!values['no-memory'] && !values.quick) {
  for (const name of peers) {
    results.memory[name] = await memoryOf(name)
    console.log('memory', name, results.memory[name])
  }
}
if (peers.includes('parley')) {
  results.events = await eventCost(values.quick ? 1_000 : 3_000)
  console.log('one event', results.events)
  const many = values.quick ? Math.min(2_000, Number(values.many)) : Number(values.many)
  if (many > 0) results.many = await manySockets(many, 500)
  console.log('many sockets', results.many)
}
results.load[1] = round(loadavg()[0]!)

const table = report(results)
console.log(table)
if (
  peers.length === peerNames.length &&
  Object.keys(results.cpu).length === shapes.length &&
  !values['no-memory'] &&
  !values.quick
) {
  const folder = new URL('../results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('realtime.json', folder), JSON.stringify(results, null, 2) + '\n')
  writeFileSync(new URL('realtime.svg', folder), picture(results))
  writeInto(new URL('../../docs/performance.md', import.meta.url), 'realtime', table)
}
