import { setTimeout as wait } from 'node:timers/promises'
import type { LoadCommand, LoadReport } from './load.ts'
import { isSlow, type PeerAddress, type PeerName, type Shape } from './peer.ts'
import { Program } from '../program.ts'
import type { ServerCommand } from './server.ts'

/** Subscriptions of the last sockets are still on their way when these are open. */
const settleMs = (name: PeerName) => (isSlow(name) ? 10_000 : 3_000)

/** Between two rounds of one event for each topic: about what 1,000 deliveries take a reader. */
const breathMs = 30

/** One peer with its sockets open: a server and its clients, each in a process of its own. */
export class Running {
  readonly name: PeerName
  readonly #shape: Shape
  readonly #sockets: number
  readonly #server: Program<ServerCommand>
  readonly #load: Program<LoadCommand>

  constructor(name: PeerName, shape: Shape, sockets: number, nodeArguments: readonly string[] = []) {
    this.name = name
    this.#shape = shape
    this.#sockets = sockets
    this.#server = new Program(
      new URL('./server.ts', import.meta.url),
      [name, JSON.stringify(shape)],
      ['--expose-gc', ...nodeArguments],
    )
    this.#load = new Program(new URL('./load.ts', import.meta.url))
  }

  async open(sockets = this.#sockets): Promise<void> {
    await this.#load.started
    const address = (await this.#server.started) as PeerAddress
    await this.#load.tell({ do: 'open', address, shape: this.#shape, sockets })
    await wait(settleMs(this.name))
  }

  /** Processor time of the server for each delivery, in microseconds; and the bytes of one. Fails when one is missing. */
  async perDelivery(events: number): Promise<{ microseconds: number; bytes: number }> {
    const count = (events * this.#sockets) / this.#shape.topics
    const before = await this.#cpu()
    const [{ bytes }] = await Promise.all([
      this.#load.tell<Extract<LoadReport, { bytes: number }>>({ do: 'expect', count }),
      this.#server.tell({ do: 'publish', events, topics: this.#shape.topics, everyMs: breathMs }),
    ])
    return { microseconds: ((await this.#cpu()) - before) / count, bytes }
  }

  /** Resident growth of the server for each further socket, open and subscribed, in bytes. */
  async perConnection(): Promise<number> {
    await this.open(Math.ceil(this.#sockets / 4))
    const before = await this.#resident()
    await this.open()
    return ((await this.#resident()) - before) / this.#sockets
  }

  async end(): Promise<void> {
    await Promise.all([this.#load.end(), this.#server.end()])
  }

  async #cpu(): Promise<number> {
    return (await this.#server.tell<{ cpu: number }>({ do: 'cpu' })).cpu
  }

  async #resident(): Promise<number> {
    return (await this.#server.tell<{ resident: number }>({ do: 'memory' })).resident
  }
}
