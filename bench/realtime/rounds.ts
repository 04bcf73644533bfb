/** What a delivery and a connection cost each peer: rounds, of which the medians count. */
import { round } from '../statistics.ts'
import { Running } from './measure.ts'
import { isSlow, shapes, type PeerName, type Shape } from './peer.ts'
import type { Measured } from './results.ts'

export interface Rounds {
  peers: readonly PeerName[]
  sockets: number
  /** Until the compilers are done with all of them: what is done once for an event is not seen often in a round. */
  warmUps: number
  rounds: number
  /** Arguments of Node for the servers. */
  nodeArguments: readonly string[]
}

const EVENTS = 40
/** For each topic in a round. */
const eventsOf = (name: PeerName) => (isSlow(name) ? 3 : EVENTS)

/** All peers stand at the same time and take turns, so that what else the machine does falls on all of them. */
export async function cpuOf(
  shape: Shape,
  { peers, sockets, warmUps, rounds, nodeArguments }: Rounds,
): Promise<Partial<Record<PeerName, Measured>>> {
  const those = peers.filter((name) => !isSlow(name) || shape === shapes[0])
  const running = those.map((name) => new Running(name, shape, sockets, nodeArguments))
  const figures = those.map(() => ({ all: [] as number[], bytes: 0 }))
  for (const peer of running) await peer.open()
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

/** Once: it takes a process of its own, and hardly differs from one time to the next. */
export async function memoryOf(name: PeerName, sockets: number): Promise<Measured> {
  const running = new Running(name, shapes[0]!, isSlow(name) ? sockets : 4 * sockets)
  const bytes = await running.perConnection()
  await running.end()
  return measured([bytes])
}

function measured(figures: number[], bytes?: number): Measured {
  const sorted = figures.toSorted((a, b) => a - b)
  const median = round(sorted[Math.floor(sorted.length / 2)]!)
  return { median, rounds: figures.map(round), ...(bytes ? { bytes } : {}) }
}
