import type { Logger } from 'pino'
import { warnOccasionally } from '../../telemetry/warnOccasionally.ts'
import { deliver, type Delivery } from '../deliver.ts'
import type { DeliveryMetrics } from '../deliveryMetrics.ts'
import type { LogLimits } from '../limits.ts'
import type { LogTopic, LogTopics } from '../log.ts'
import type { DeadLetterFile } from './deadLetterFile.ts'
import { Lanes } from './lanes.ts'

type Event = LogTopics[LogTopic]
export type Handle = (events: readonly Event[]) => Promise<void>

interface GroupOptions {
  topic: LogTopic
  name: string
  limits: LogLimits
  logger: Logger
  counters: DeliveryMetrics
  deadLetters: DeadLetterFile
}

/** The consumers of one group: each run of events goes to one of them. */
export class ConsumerGroup {
  readonly topic: LogTopic
  private readonly members: { handle: Handle; inHand: Set<Promise<void>> }[] = []
  private readonly lanes: Lanes<Event>
  private readonly stopping = new AbortController()
  private turn = 0

  constructor(options: GroupOptions) {
    this.topic = options.topic
    const delivery = this.delivery(options)
    this.lanes = new Lanes((run) => deliver(run, delivery), options.limits)
  }

  get size(): number {
    return this.members.length
  }

  push(event: Event): Promise<void> {
    return this.lanes.push(event.topic, event)
  }

  /** Adds a consumer. The function returned takes it away, once what it has in hand is done; the last closes the group. */
  join(handle: Handle): () => Promise<void> {
    const member = { handle, inHand: new Set<Promise<void>>() }
    this.members.push(member)
    return async () => {
      if (this.members.length === 1) return this.close()
      this.members.splice(this.members.indexOf(member), 1)
      await Promise.allSettled(member.inHand)
    }
  }

  async close(): Promise<void> {
    this.stopping.abort()
    await this.lanes.close()
  }

  private async hand(events: readonly Event[]): Promise<void> {
    const member = this.members[this.turn++ % this.members.length]!
    const handled = member.handle(events)
    member.inHand.add(handled)
    await handled.finally(() => member.inHand.delete(handled))
  }

  private delivery({ topic, name: group, limits, logger, counters, deadLetters }: GroupOptions): Delivery<Event> {
    const warn = warnOccasionally(logger)
    return {
      handle: (events) => this.hand(events),
      bury: async (event, error) => {
        logger.error({ topic, group, key: event.topic, rev: event.rev, error }, 'an event went to the dead letters')
        await deadLetters.add({ topic, group, event, error: String(error), at: new Date().toISOString() })
        counters.deadLetters.inc({ topic, group })
      },
      onRetry: (error) => {
        counters.retries.inc({ topic, group })
        warn({ topic, group, error }, 'handling events failed; trying again')
      },
      attempts: limits.attempts,
      backOff: limits.backOff,
      signal: this.stopping.signal,
    }
  }
}
