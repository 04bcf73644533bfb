import { join } from 'node:path'
import type { Logger } from 'pino'
import { Overloaded, Unavailable } from '../../errors.ts'
import type { Metrics } from '../../telemetry/createMetrics.ts'
import { withTimeout } from '../../time/withTimeout.ts'
import { deliveryMetrics } from '../deliveryMetrics.ts'
import { logLimits, type LogLimits } from '../limits.ts'
import type { Consumer, DeadLetter, EventLog, LogTopic, LogTopics } from '../log.ts'
import { ConsumerGroup, type Handle } from './consumerGroup.ts'
import { DeadLetterFile } from './deadLetterFile.ts'

export interface MemoryLogOptions {
  /** Where dead letters are kept. */
  dataFolder: string
  logger: Logger
  metrics: Metrics
  limits?: Partial<LogLimits>
}

/**
 * The event log of a system in one process. It keeps no events itself: the outbox does. `append` resolves once every
 * group has handled the events or buried them, so an outbox row that is deleted afterwards was really handled, and after
 * a crash the relay appends again what was not. A group is known from its first consumer on: while it has none, `append`
 * rejects with UNAVAILABLE, and the outbox keeps the events for its return.
 */
export class MemoryLog implements EventLog {
  private readonly groups = new Map<string, ConsumerGroup>()
  /** Groups whose last consumer is finishing: its successor waits, so that one key is never in two hands. */
  private readonly leaving = new Map<string, Promise<void>>()
  private readonly options: MemoryLogOptions
  private readonly limits: LogLimits
  private readonly deserted = new Set<string>()
  private waiting = 0
  private closed = false

  constructor(options: MemoryLogOptions) {
    this.options = options
    this.limits = { ...logLimits, ...options.limits }
  }

  async append<T extends LogTopic>(topic: T, events: readonly LogTopics[T][]): Promise<void> {
    this.requireOpen()
    if ([...this.deserted].some((id) => id.startsWith(`${topic} `)))
      throw new Unavailable(`A consumer of ${topic} has stopped, and will need these events.`)
    if (this.waiting + events.length > this.limits.waiting)
      throw new Overloaded(`${this.waiting} events wait to be handled.`, { retryAfterMs: 200 })
    const groups = [...this.groups.values()].filter((group) => group.topic === topic)
    const handled = Promise.all(groups.flatMap((group) => events.map((event) => group.push(event))))
    this.waiting += events.length
    // Counted until they are handled, also when the caller has given up waiting: they still take room.
    const counted = handled.finally(() => (this.waiting -= events.length))
    await withTimeout(this.limits.appendTimeoutMs, 'Handling the events', () => counted)
  }

  async consume<T extends LogTopic>(
    topic: T,
    name: string,
    handle: (events: readonly LogTopics[T][]) => Promise<void>,
  ): Promise<Consumer> {
    this.requireOpen()
    const id = `${topic} ${name}`
    await this.leaving.get(id)
    const group = this.groups.get(id) ?? this.createGroup(topic, name)
    this.groups.set(id, group)
    this.deserted.delete(id)
    const leave = group.join(handle as Handle)
    let left: Promise<void> | undefined
    return { stop: () => (left ??= this.leave(id, group, leave)) }
  }

  deadLetters(topic: LogTopic, limit: number): Promise<DeadLetter[]> {
    return this.deadLetterFile(topic).newest(limit)
  }

  async ping(): Promise<void> {
    this.requireOpen()
  }

  async close(): Promise<void> {
    this.closed = true
    const groups = [...this.groups.values()]
    this.groups.clear()
    await Promise.all(groups.map((group) => group.close()))
  }

  private requireOpen(): void {
    if (this.closed) throw new Unavailable('The event log is closed.')
  }

  private deadLetterFile(topic: LogTopic): DeadLetterFile {
    return new DeadLetterFile(join(this.options.dataFolder, 'dead-letters', `${topic}.jsonl`))
  }

  private async leave(id: string, group: ConsumerGroup, leave: () => Promise<void>): Promise<void> {
    const isLast = group.size === 1 && this.groups.get(id) === group
    const gone = leave()
    if (!isLast) return gone
    this.groups.delete(id)
    this.deserted.add(id)
    this.leaving.set(id, gone)
    await gone.finally(() => this.leaving.delete(id))
  }

  private createGroup(topic: LogTopic, name: string): ConsumerGroup {
    const { logger, metrics } = this.options
    return new ConsumerGroup({
      topic,
      name,
      limits: this.limits,
      logger,
      counters: deliveryMetrics(metrics, { topic, group: name }),
      deadLetters: this.deadLetterFile(topic),
    })
  }
}
