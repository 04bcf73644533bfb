import { gauge, counter, type Logger, type Metrics } from '../../platform/telemetry/index.ts'
import type { ClientName } from './clientName.ts'
import type { RecordedOperation } from './recordedOperation.ts'

/** Requests of one client for one operation on one day. */
export interface UsageCount {
  /** YYYY-MM-DD in UTC. */
  day: string
  operation: RecordedOperation
  client: ClientName
  requests: number
}

/** Keeps counts. Rejects when it cannot now: it is asked again, with these and later ones. */
export type UsageSink = (counts: readonly UsageCount[]) => Promise<void>

export interface RecorderOptions {
  sink: UsageSink
  flushMs: number
  logger: Logger
  metrics: Metrics
  /** Operations told apart in a day; those that come later are counted together. Default 2000. */
  mostOperations?: number
  /** Pairs of operation and client between two flushes; beyond, clients are counted together. Default 10000. */
  mostCounts?: number
}

export const usageMetrics = (metrics: Metrics) => ({
  failures: counter(metrics, {
    name: 'parley_router_usage_failures_total',
    help: 'Times that recorded usage could not be kept, and was held back for the next time.',
  }),
  waiting: gauge(metrics, {
    name: 'parley_router_usage_waiting',
    help: 'Counts of recorded usage that are not kept yet.',
  }),
})

const DAY_MS = 86_400_000

const noName: ClientName = { name: '', version: '' }
const otherClients: ClientName = { name: '(other clients)', version: '' }

/**
 * Counts requests by operation and client, in memory that is bounded, and hands the counts over every so often. Which
 * fields are used is never lost; beyond the bounds it is only who used them, and in which operation.
 */
export class UsageRecorder {
  readonly #options: Required<RecorderOptions>
  readonly #timer: NodeJS.Timeout
  readonly #failures
  readonly #waiting
  #counts = new Map<string, UsageCount>()
  #day = ''
  #dayEnds = 0
  #known = new Set<string>()
  #others = new Set<string>()
  #flushing: Promise<void> | undefined
  #failed = false

  constructor(options: RecorderOptions) {
    this.#options = { mostOperations: 2_000, mostCounts: 10_000, ...options }
    const { failures, waiting } = usageMetrics(options.metrics)
    this.#failures = failures
    this.#waiting = waiting
    this.#timer = setInterval(() => void this.flush(), options.flushMs).unref()
  }

  count(given: RecordedOperation, client: ClientName = noName): void {
    const now = Date.now()
    if (now >= this.#dayEnds) this.#begin(now)
    const day = this.#day
    const operation = this.#isToldApart(given.hash) ? given : this.#joinOthers(given)
    this.#add({ day, operation, client, requests: 1 })
  }

  /** Hands over what was counted. Never rejects: what cannot be kept now is handed over with the next counts. */
  flush(): Promise<void> {
    return (this.#flushing ??= this.#flush().finally(() => (this.#flushing = undefined)))
  }

  /** Hands the last counts over. */
  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.#flushing
    await this.flush()
  }

  #begin(now: number): void {
    this.#day = new Date(now).toISOString().slice(0, 10)
    this.#dayEnds = (Math.floor(now / DAY_MS) + 1) * DAY_MS
    this.#known = new Set()
    this.#others = new Set()
  }

  #isToldApart(hash: string): boolean {
    if (this.#known.has(hash)) return true
    if (this.#known.size >= this.#options.mostOperations) return false
    this.#known.add(hash)
    return true
  }

  /** One operation that stands for many, and uses what any of them does: no more than the schema has. */
  #joinOthers({ coordinates }: RecordedOperation): RecordedOperation {
    for (const coordinate of coordinates) this.#others.add(coordinate)
    return { hash: 'others', name: '(other operations)', text: '', coordinates: [...this.#others] }
  }

  #add(count: UsageCount): void {
    const known = this.#counts.get(keyOf(count))
    if (known) {
      known.requests += count.requests
      known.operation = count.operation
      return
    }
    if (this.#counts.size < this.#options.mostCounts || count.client === otherClients) {
      this.#counts.set(keyOf(count), { ...count })
      this.#waiting.set(this.#counts.size)
    } else this.#add({ ...count, client: otherClients })
  }

  async #flush(): Promise<void> {
    if (this.#counts.size === 0) return
    const counts = this.#counts
    this.#counts = new Map()
    try {
      await this.#options.sink([...counts.values()])
      this.#failed = false
    } catch (error) {
      this.#failures.inc()
      if (!this.#failed) this.#options.logger.warn({ error }, 'recorded usage cannot be kept now')
      this.#failed = true
      // Later counts may have come meanwhile.
      const later = this.#counts
      this.#counts = counts
      for (const count of later.values()) this.#add(count)
    }
    this.#waiting.set(this.#counts.size)
  }
}

const keyOf = ({ day, operation, client }: UsageCount) => `${day} ${operation.hash} ${client.name}\n${client.version}`
