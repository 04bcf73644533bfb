/** One peer in a process of its own: `server.ts NAME SHAPE`. It does what its parent says and tells what it took. */
import { setTimeout as wait } from 'node:timers/promises'
import { processTime, residentBytes } from '../processTime.ts'
import type { Peer, PeerName, Shape } from './peer.ts'

export type ServerCommand =
  { do: 'publish'; events: number; topics: number; everyMs: number; atOnce?: number } | { do: 'cpu' } | { do: 'memory' }

/** Process time in microseconds; resident set in bytes after a full collection. */
export type ServerReport = { cpu: number } | { resident: number } | { published: number }

/** `gc` of `--expose-gc`, as V8 takes it. */
type Collect = (options: { type: 'major'; execution: 'async'; flavor: 'last-resort' }) => Promise<void>
const collect = globalThis.gc as unknown as Collect

const fetching = async (loadersFor: 'each' | 'all') => {
  const { startFetching } = await import('./peers/fetchingGraphqlWs.ts')
  return { start: (shape: Shape) => startFetching(loadersFor, shape) }
}
const modules: Record<PeerName, () => Promise<{ start(shape: Shape): Promise<Peer> }>> = {
  ws: () => import('./peers/rawWs.ts'),
  'socket.io': () => import('./peers/socketIo.ts'),
  'graphql-ws': () => import('./peers/stockGraphqlWs.ts'),
  'graphql-ws-one-loader': () => fetching('all'),
  'graphql-ws-own-loaders': () => fetching('each'),
  'hive-gateway': () => import('./peers/hiveGateway.ts'),
  parley: () => import('./peers/parley.ts'),
}
const [, , name, shape] = process.argv
const { start } = await modules[name as PeerName]()
const peer = await start(JSON.parse(shape!) as Shape)
process.once('disconnect', () => process.exit())

process.on('message', async (command: ServerCommand) => {
  process.send!(await obey(command))
})
process.send!(peer.address)

async function obey(command: ServerCommand): Promise<ServerReport> {
  if (command.do === 'cpu') {
    if (peer.pid) return { cpu: processTime(peer.pid) }
    const { user, system } = process.cpuUsage()
    return { cpu: user + system }
  }
  if (command.do === 'memory') {
    // Of another process no collection can be asked for.
    if (peer.pid) return { resident: residentBytes(peer.pid) }
    // As for the last resort: else it is left to chance how much room for young objects is still held, up to 64 MB.
    for (let round = 0; round < 3; round++) {
      await collect({ type: 'major', execution: 'async', flavor: 'last-resort' })
      await wait(100)
    }
    return { resident: process.memoryUsage.rss() }
  }
  for (let event = 0; event < command.events; event++) {
    peer.publish(event % command.topics)
    if ((event + 1) % (command.atOnce ?? command.topics) === 0) await wait(command.everyMs)
  }
  return { published: command.events }
}
