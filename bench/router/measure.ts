import type { Program } from '../program.ts'
import { round } from '../statistics.ts'
import type { LoadCommand, LoadReport, Target } from './load.ts'
import { asNew, type Asked, type Request } from './operations.ts'
import type { Peer } from './peers.ts'
import type { Figures } from './results.ts'
import { processTime } from '../processTime.ts'
import type { SubgraphReport } from './subgraphs.ts'

export interface Timing {
  rounds: number
  roundMs: number
  /** At most. */
  warmUpMs: number
  offeredMs: number
  /** Operations sent as new ones. */
  newOnes: number
}

const AT_ONCE = 8

/** By then compilers of hot functions have done their work: after 1500, they took 6 to 8 % of a Node process's time. */
const WARM_REQUESTS = 6_000

/** One operation on all routers, which take turns. */
export class Measurement {
  readonly #load: Program<LoadCommand>
  readonly #subgraphs: Program<object>
  readonly #timing: Timing

  constructor(load: Program<LoadCommand>, subgraphs: Program<object>, timing: Timing) {
    this.#load = load
    this.#subgraphs = subgraphs
    this.#timing = timing
  }

  async compare(
    peers: readonly Peer[],
    asked: (peer: Peer) => Asked,
    name: string,
  ): Promise<Partial<Record<string, Figures>>> {
    const { rounds, roundMs, warmUpMs, offeredMs } = this.#timing
    const targets = peers.map((peer) => this.#target(peer, asked(peer), name))
    const taken = peers.map((): Figures[] => [])
    await this.#checkSame(peers, targets)
    for (const target of targets)
      await this.#tell({ ...target, do: 'warm', atOnce: AT_ONCE, milliseconds: warmUpMs, count: WARM_REQUESTS })
    for (let turn = 0; turn < rounds; turn++) {
      for (const [index, peer] of peers.entries()) {
        const command = { ...targets[index]!, do: 'closed', atOnce: AT_ONCE, milliseconds: roundMs } as const
        taken[index]!.push(await this.#cost(peer, command))
      }
    }
    const figures = taken.map(medianOf)
    // A rate that the dearest of them serves with two fifths of a core.
    const perSecond = Math.max(1, Math.round(400_000 / Math.max(...figures.map((one) => one.router + one.subgraphs))))
    for (const [index, target] of targets.entries()) {
      const { times } = await this.#tell({ ...target, do: 'offered', perSecond, milliseconds: offeredMs })
      Object.assign(figures[index]!, { latency: times, perSecond })
    }
    return Object.fromEntries(peers.map(({ name: peer }, index) => [peer, figures[index]!]))
  }

  /** What an operation costs that the router has never seen: parsed, validated, planned and run. */
  async firstRequests(
    peers: readonly Peer[],
    asked: (peer: Peer) => Asked,
    name: string,
  ): Promise<Partial<Record<string, Figures>>> {
    const { rounds, newOnes } = this.#timing
    const taken = peers.map((): Figures[] => [])
    let n = 0
    for (let turn = 0; turn <= rounds; turn++) {
      for (const [index, peer] of peers.entries()) {
        const target = this.#target(peer, asked(peer), name)
        const requests = Array.from({ length: newOnes }, () => asNew(target.request, n++))
        const cost = await this.#cost(peer, { ...target, do: 'each', requests })
        // The first turn warms up.
        if (turn > 0) taken[index]!.push(cost)
      }
    }
    return Object.fromEntries(peers.map(({ name: peer }, index) => [peer, medianOf(taken[index]!)]))
  }

  #target({ url }: Peer, { requests, authorization }: Asked, name: string): Target & { request: Request } {
    return { url, authorization, request: requests[name]! }
  }

  /** A router that answers something else has no figure. `parley all` has data of its own. */
  async #checkSame(peers: readonly Peer[], targets: readonly (Target & { request: Request })[]): Promise<void> {
    const answers: string[] = []
    for (const [index, target] of targets.entries()) {
      if (peers[index]!.name === 'parley all') continue
      const { first } = await this.#tell({ ...target, do: 'first' })
      const { data } = JSON.parse(first) as { data: unknown }
      answers.push(JSON.stringify(data))
      if (answers[0] !== answers.at(-1))
        throw new Error(`${peers[index]!.name} answers differently: ${answers.at(-1)!.slice(0, 500)}`)
    }
  }

  async #cost({ pid }: Peer, command: LoadCommand): Promise<Figures> {
    await this.#subgraphs.tell({})
    const before = processTime(pid)
    const { count, times } = await this.#tell(command)
    const router = (processTime(pid) - before) / count
    const { requests, cpu } = await this.#subgraphs.tell<SubgraphReport>({})
    return {
      router: round(router),
      subgraphs: round(cpu / count),
      fetches: round(requests / count),
      ...(command.do === 'each' ? { latency: times } : {}),
    }
  }

  #tell(command: LoadCommand): Promise<LoadReport> {
    return this.#load.tell<LoadReport>(command)
  }
}

function medianOf(taken: readonly Figures[]): Figures {
  const of = (key: 'router' | 'subgraphs' | 'fetches') =>
    taken.map((one) => one[key]).sort((a, b) => a - b)[Math.floor(taken.length / 2)]!
  const { latency } = taken.at(-1)!
  return { router: of('router'), subgraphs: of('subgraphs'), fetches: of('fetches'), ...(latency ? { latency } : {}) }
}
