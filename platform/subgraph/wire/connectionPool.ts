import { ConnectionFailed, type Call } from './call.ts'
import { Connection, type Target } from './connection.ts'

export interface PoolOptions {
  /** At most. */
  connections: number
  /** Of an answer's body. */
  maxAnswerBytes: number
}

const SWEEP_MS = 1_000

/** Kept connections to one server. Those who find none free wait in the order in which they came. */
export class ConnectionPool {
  readonly #target: Target
  readonly #options: PoolOptions
  readonly #all = new Set<Connection>()
  /** The last used is at the end: the fewest stay in use. */
  #idle: Connection[] = []
  #waiting: Call[] = []
  #sweeping: NodeJS.Timeout | undefined
  #closed: (() => void) | undefined

  constructor(target: Target, options: PoolOptions) {
    this.#target = target
    this.#options = options
  }

  send(call: Call): void {
    if (this.#closed) return call.failed(new ConnectionFailed('The connections are closed.', false, undefined))
    const connection = this.#takeIdle() ?? this.#open()
    if (connection) connection.send(call)
    else this.#waiting.push(call)
  }

  /** Resolves when what is under way has its answers. */
  close(): Promise<void> {
    clearInterval(this.#sweeping)
    const closed = new Promise<void>((resolve) => (this.#closed = resolve))
    for (const connection of this.#idle) connection.destroy()
    if (this.#all.size === 0) this.#closed?.()
    return closed
  }

  #open(): Connection | undefined {
    if (this.#all.size >= this.#options.connections) return undefined
    const connection = new Connection(this.#target, this.#options.maxAnswerBytes, {
      free: (one) => this.#free(one),
      gone: (one) => this.#gone(one),
    })
    this.#all.add(connection)
    return connection
  }

  #takeIdle(): Connection | undefined {
    const now = performance.now()
    for (let one = this.#idle.pop(); one; one = this.#idle.pop()) {
      if (one.usableUntil > now) return one
      one.destroy()
    }
    return undefined
  }

  #free(connection: Connection): void {
    const next = this.#nextWaiting()
    if (next) return connection.send(next)
    if (this.#closed) return connection.destroy()
    this.#idle.push(connection)
    this.#sweeping ??= setInterval(() => this.#sweep(), SWEEP_MS).unref()
  }

  #gone(connection: Connection): void {
    this.#all.delete(connection)
    const at = this.#idle.indexOf(connection)
    if (at >= 0) this.#idle.splice(at, 1)
    const next = this.#nextWaiting()
    if (next) this.#open()?.send(next)
    else if (this.#all.size === 0) this.#closed?.()
  }

  #nextWaiting(): Call | undefined {
    for (let call = this.#waiting.shift(); call; call = this.#waiting.shift()) if (!call.isOver) return call
    return undefined
  }

  /** Closes what was kept too long, before its server does. */
  #sweep(): void {
    const now = performance.now()
    for (const one of this.#idle) if (one.usableUntil <= now) one.destroy()
    this.#idle = this.#idle.filter(({ usableUntil }) => usableUntil > now)
    if (this.#idle.length > 0) return
    clearInterval(this.#sweeping)
    this.#sweeping = undefined
  }
}
