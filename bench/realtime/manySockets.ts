import { spawnSync } from 'node:child_process'
import { Program } from '../program.ts'
import { round, type Times } from '../statistics.ts'
import type { LoadCommand, LoadReport } from './load.ts'
import type { PeerAddress, Shape } from './peer.ts'
import type { ServerCommand } from './server.ts'

/** Many sockets on one router, with live traffic on all of them. */
export interface ManySockets {
  sockets: number
  topics: number
  deliveriesPerSecond: number
  /** From the publishing of an event to its delivery, in milliseconds: the worst of the client processes. */
  lag: Times
  /** Processor time of the router per delivery, in microseconds. */
  cpuPerDelivery: number
  /** Bytes resident, of the router. */
  resident: number
}

const LOADS = 4
const EVENTS = 1_000
/** 5 events every 50 ms. */
const [AT_ONCE, EVERY_MS] = [5, 50]

/** Each socket is a file: a process may open so many at most. */
function mostFiles(): number {
  const limit = Number(String(spawnSync('sh', ['-c', 'ulimit -Hn']).stdout))
  return Number.isNaN(limit) ? Infinity : limit
}
const OTHER_FILES = 200

/** Opens `sockets`, or as many as the machine lets a process have, from several processes and addresses, each subscribed, and publishes to all topics for ten seconds. */
export async function manySockets(sockets: number, topics: number): Promise<ManySockets> {
  const shape: Shape = { name: 'many', topics, operations: 1 }
  const server = new Program<ServerCommand>(
    new URL('./server.ts', import.meta.url),
    ['parley', JSON.stringify(shape)],
    ['--expose-gc'],
  )
  const loads = Array.from({ length: LOADS }, () => new Program<LoadCommand>(new URL('./load.ts', import.meta.url)))
  const address = (await server.started) as PeerAddress
  await Promise.all(loads.map(({ started }) => started))
  const each = Math.floor(Math.min(sockets, mostFiles() - OTHER_FILES) / LOADS)
  // One after the other: what is to be seen is the traffic, not the opening.
  for (const [index, load] of loads.entries())
    await load.tell({ do: 'open', address, shape, sockets: each, from: `127.0.0.${index + 2}` })
  const publish = { do: 'publish', events: EVENTS, topics, everyMs: EVERY_MS, atOnce: AT_ONCE } as const
  const run = async () => {
    const reports = loads.map((load) =>
      load.tell<Extract<LoadReport, { lag: Times }>>({ do: 'expect', count: (EVENTS / topics) * each }),
    )
    await server.tell(publish)
    return Promise.all(reports)
  }
  await run()
  const before = await server.tell<{ cpu: number }>({ do: 'cpu' })
  const start = performance.now()
  const reports = await run()
  const seconds = (performance.now() - start) / 1_000
  const after = await server.tell<{ cpu: number }>({ do: 'cpu' })
  const { resident } = await server.tell<{ resident: number }>({ do: 'memory' })
  await Promise.all([server.end(), ...loads.map((load) => load.end())])
  const deliveries = reports.reduce((sum, { received }) => sum + received, 0)
  return {
    sockets: LOADS * each,
    topics,
    deliveriesPerSecond: Math.round(deliveries / seconds),
    lag: reports.map(({ lag }) => lag).reduce((worst, lag) => (lag.p99 > worst.p99 ? lag : worst)),
    cpuPerDelivery: round((after.cpu - before.cpu) / deliveries),
    resident,
  }
}
