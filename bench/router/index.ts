/** `npm run bench:router [-- --quick --peers apollo,parley --operations shop --profile FOLDER]`. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Place } from '../../tests/harness/place.ts'
import { Program } from '../program.ts'
import { round } from '../statistics.ts'
import { writeInto } from '../writeInto.ts'
import { shopGraph } from './graphs.ts'
import type { LoadCommand } from './load.ts'
import { Measurement, type Timing } from './measure.ts'
import { askShop, chatOperations, seedChat, shopOperation, type Asked } from './operations.ts'
import { hiveRouter, installPeers, peerNames, startPeer, type Peer, type PeerName } from './peers.ts'
import { picture } from './picture.ts'
import { residentBytes } from '../processTime.ts'
import { report } from './report.ts'
import type { Figures, RouterResults } from './results.ts'
import type { SubgraphUrls } from './subgraphs.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    peers: { type: 'string', default: peerNames.join(',') },
    operations: { type: 'string' },
    /** Of our router: a folder for a processor profile. */
    profile: { type: 'string' },
    /** Options of Node for our router. */
    node: { type: 'string', default: '' },
  },
})
const timing: Timing = values.quick
  ? { rounds: 1, roundMs: 1_000, warmUpMs: 3_000, offeredMs: 1_500, newOnes: 20 }
  : { rounds: 3, roundMs: 1_500, warmUpMs: 12_000, offeredMs: 4_000, newOnes: 40 }
const wanted = values.operations?.split(',')
const isWanted = (operation: string) => !wanted || wanted.includes(operation)
const names = (values.peers.split(',') as PeerName[]).filter((name) => name !== 'hive-router' || hiveRouter)
if (!hiveRouter) console.log('No HIVE_ROUTER: hive-router is left out.')

const results: RouterResults = {
  machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`,
  load: [round(loadavg()[0]!), 0],
  operations: {},
  memory: {},
}
if (names.includes('apollo') || names.includes('hive-gateway')) installPeers()
const subgraphs = new Program<object>(new URL('./subgraphs.ts', import.meta.url))
const load = new Program<LoadCommand>(new URL('./load.ts', import.meta.url))
const urls = (await subgraphs.started) as SubgraphUrls
await load.started
const measurement = new Measurement(load, subgraphs, timing)

const addressed = (sdl: string) =>
  sdl.replace(
    /(@join__graph\(name: ")(\w+)(", url: ")[^"]*/g,
    (_all, before: string, name: string, between: string) => `${before}${name}${between}${urls[name]}`,
  )
const chatSdl = addressed(readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8'))
const shopSdl = addressed(shopGraph().sdl)

function start(name: Peer['name'], sdl: string, dedupe = false): Promise<Peer> {
  const own = [
    ...(values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []),
    ...values.node.split(' ').filter(Boolean),
  ]
  const execArgv = name.startsWith('parley') ? own : []
  return startPeer(name, { sdl, subgraph: urls['users']!, dedupe, execArgv })
}

async function startAll(all: readonly Peer['name'][], sdl: string, dedupe = false): Promise<Peer[]> {
  const peers: Peer[] = []
  for (const name of all) peers.push(await start(name, sdl, dedupe))
  return peers
}

async function end(peers: readonly Peer[], graph: string): Promise<void> {
  results.memory[graph] = Object.fromEntries(peers.map(({ name, pid }) => [name, residentBytes(pid)]))
  await Promise.all(peers.map((peer) => peer.end()))
}

function tell(operation: string, figures: Partial<Record<string, Figures>>): void {
  results.operations[operation] = figures
  console.log(operation)
  for (const [name, { router, subgraphs: below, fetches, latency }] of Object.entries(figures) as [string, Figures][])
    console.log(
      `  ${name.padEnd(14)} router ${router} µs, subgraphs ${below} µs, ${fetches} fetches, p50 ${latency?.p50} p99 ${latency?.p99} ms`,
    )
}

async function measureChat(): Promise<void> {
  const peers = await startAll(names, chatSdl)
  if (names.includes('parley')) peers.push(...(await startSystem()))
  const seeder = peers.find(({ name }) => name === 'parley') ?? peers.find(({ name }) => name !== 'proxy')!
  const asked = await seedChat(placeOf(seeder))
  const all = peers.find(({ name }) => name === 'parley all')
  const askedAll = all && (await seedChat(placeOf(all)))
  const askedOf = (peer: Peer): Asked => (peer === all ? askedAll! : asked)
  for (const operation of Object.values(chatOperations)) {
    if (!isWanted(operation)) continue
    const those = peers.filter(({ name }) => name !== 'proxy' || operation === chatOperations.field)
    tell(operation, await measurement.compare(those, askedOf, operation))
  }
  const planning = peers.filter(({ name }) => name !== 'proxy' && name !== 'parley all')
  if (isWanted('new')) tell('first request', await measurement.firstRequests(planning, askedOf, chatOperations.inbox))
  await end(peers, 'chat')
}

/** The whole system in one process. Where its web client cannot be built, it is left out. */
async function startSystem(): Promise<Peer[]> {
  // In a process of its own: what a build takes is no part of the figures.
  spawnSync(process.execPath, [fileURLToPath(new URL('../../web/ensureBuilt.ts', import.meta.url))], {
    stdio: 'inherit',
  })
  try {
    return [await start('parley all', chatSdl)]
  } catch (error) {
    console.log(`parley all is left out: ${String(error)}`)
    return []
  }
}

const placeOf = ({ url }: Peer) => new Place(url.replace(/\/graphql$/, ''))

async function measureShop(): Promise<void> {
  const routers = names.filter((name) => name !== 'proxy')
  const peers = await startAll(routers, shopSdl)
  if (isWanted(shopOperation)) tell(shopOperation, await measurement.compare(peers, askShop, shopOperation))
  await end(peers, 'shop')
  // @apollo/gateway has nothing of the kind.
  const sharing = await startAll(
    routers.filter((name) => name !== 'apollo'),
    shopSdl,
    true,
  )
  if (isWanted('shared'))
    tell('shop, equal operations in flight shared', await measurement.compare(sharing, askShop, shopOperation))
  await end(sharing, 'shop, shared')
}

if (Object.values(chatOperations).some(isWanted) || isWanted('new')) await measureChat()
if (isWanted(shopOperation) || isWanted('shared')) await measureShop()
await Promise.all([load.end(), subgraphs.end()])
results.load[1] = round(loadavg()[0]!)

const table = report(results)
console.log(`\n${table}`)
if (!values.quick && !wanted && names.length >= peerNames.length - 1) {
  const folder = new URL('../results/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL('router.json', folder), JSON.stringify(results, null, 2) + '\n')
  writeFileSync(new URL('router.svg', folder), picture(results))
  writeInto(new URL('../../docs/performance.md', import.meta.url), 'router', table)
}
