import { setTimeout as wait } from 'node:timers/promises'
import { kill, start, type ServiceName } from '../../docker/services/services.ts'
import type { ParleyProcess } from '../harness/parleyProcess.ts'
import type { Processes } from '../harness/processes.ts'
import { until } from '../../platform/time/until.ts'

/** What can be killed, and started again where it was. */
interface Victim {
  name: string
  kill(): Promise<void>
  /** Resolves when it is ready. */
  start(): Promise<void>
}

export interface Kill {
  victim: string
  /** From the kill until it was ready again. */
  downMs: number
  /** From the kill until the slowest client had a message that was begun after it; undefined: it never had. */
  recoveryMs?: number
}

/** `kill -9`; SIGTERM, waited for; or stopped where it is, its connections open, and woken again. */
export const ways = ['kill', 'term', 'hang'] as const
export type Way = (typeof ways)[number]

const signals = { kill: 'SIGKILL', term: 'SIGTERM', hang: 'SIGSTOP' } as const
const said = { kill: 'killed', term: 'told to end', hang: 'stopped' } as const

export interface Killing {
  processes: Processes
  victims: readonly VictimName[]
  /** From a kill until the victim is started again; undefined: anything up to two seconds. */
  awayMs?: number | undefined
  /** Default: `kill`. */
  by?: Way | undefined
}

/** What the killer must know of those whom it disturbs. */
export interface Disturbed {
  /** The position of the first message that is begun from now on. */
  next(): number
  /** The position that every client has. */
  slowest(): number
}

/** What can be killed, as one names it. */
export const victimNames = [
  'router',
  'fanout',
  'relay',
  'messages',
  'conversations',
  'users',
  'redis',
  'mysql',
  'kafka',
] as const
export type VictimName = (typeof victimNames)[number]

/**
 * Kills, each once a round, in a new order each time. Of what there are two of, one: of the fanout workers the one
 * that has the conversation.
 */
export class Killer {
  readonly kills: Kill[] = []
  readonly #processes: Processes
  readonly #victims: readonly VictimName[]
  readonly #awayMs: number | undefined
  readonly #by: Way
  readonly #disturbed: Disturbed
  readonly #recoveryWithinMs: number
  readonly #tell: (what: string) => void
  readonly #recoveries: Promise<void>[] = []

  constructor(
    { processes, victims, awayMs, by = 'kill' }: Killing,
    disturbed: Disturbed,
    recoveryWithinMs: number,
    tell: (what: string) => void = () => undefined,
  ) {
    this.#tell = tell
    this.#processes = processes
    this.#victims = victims
    this.#awayMs = awayMs
    this.#by = by
    this.#disturbed = disturbed
    this.#recoveryWithinMs = recoveryWithinMs
  }

  /** Resolves when all are up again and every client has come through, or has had its time to. */
  async run(rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      for (const name of shuffled(this.#victims)) {
        await wait(1_000 * Math.random())
        await this.#strike(await this.#find(name))
      }
    }
    await Promise.all(this.#recoveries)
  }

  async #strike(victim: Victim): Promise<void> {
    const began = performance.now()
    await victim.kill()
    this.#tell(`${said[this.#by]}: ${victim.name}`)
    const struck: Kill = { victim: victim.name, downMs: 0 }
    this.kills.push(struck)
    this.#recoveries.push(this.#timeRecovery(struck, began))
    await wait(this.#awayMs ?? 2_000 * Math.random())
    await victim.start()
    struck.downMs = Math.round(performance.now() - began)
    this.#tell(`back: ${victim.name}`)
  }

  async #timeRecovery(struck: Kill, began: number): Promise<void> {
    const next = this.#disturbed.next()
    const hasCome = () => this.#disturbed.slowest() >= next
    // One that never comes is found in its record, by name.
    await until(hasCome, 'recovery', this.#recoveryWithinMs).then(
      () => (struck.recoveryMs = Math.round(performance.now() - began)),
      () => undefined,
    )
  }

  async #find(name: VictimName): Promise<Victim> {
    const { routers, messages, conversations, users, relay } = this.#processes
    switch (name) {
      case 'router':
        return this.#asVictim(name, oneOf(routers))
      case 'fanout':
        return this.#fanout()
      case 'messages':
        return this.#asVictim(name, oneOf(messages))
      case 'conversations':
        return this.#asVictim(name, conversations)
      case 'users':
        return this.#asVictim(name, users)
      case 'relay':
        return this.#asVictim(name, relay)
      default:
        return this.#asService(name)
    }
  }

  /** The one that works: the other has partitions without traffic. */
  async #fanout(): Promise<Victim> {
    const { fanouts } = this.#processes
    const published = () => Promise.all(fanouts.map((fanout) => fanout.counter('parley_fanout_events_total')))
    const before = await published()
    let busy = -1
    const isFound = async () => {
      await wait(100)
      busy = (await published()).findIndex((count, n) => count > before[n]!)
      return busy >= 0
    }
    await until(isFound, 'no fanout worker has published anything', this.#recoveryWithinMs)
    return this.#asVictim('fanout', fanouts[busy]!)
  }

  #asVictim(name: VictimName, process: ParleyProcess): Victim {
    const wake = () => process.wake()
    return {
      name,
      kill: () => process.kill(signals[this.#by]),
      start: this.#by === 'hang' ? wake : () => process.start(),
    }
  }

  #asService(name: ServiceName): Victim {
    const wake = () => kill(name, 'SIGCONT')
    return { name, kill: () => kill(name, signals[this.#by]), start: this.#by === 'hang' ? wake : () => start(name) }
  }
}

const oneOf = <T>([first, second]: readonly [T, T]): T => (Math.random() < 0.5 ? first : second)

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}
