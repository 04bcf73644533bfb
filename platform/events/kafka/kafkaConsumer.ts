import type { Consumer as Client, Kafka } from 'kafkajs'
import type { Logger } from 'pino'
import { warnOccasionally } from '../../telemetry/warnOccasionally.ts'
import { pause, waitAfter } from '../../time/backOff.ts'
import { withTimeout } from '../../time/withTimeout.ts'
import type { Delivery } from '../deliver.ts'
import type { LogLimits } from '../limits.ts'
import type { Consumer } from '../log.ts'
import { handleBatch } from './handleBatch.ts'
import { OffsetCommits } from './offsetCommits.ts'
import type { Received } from './received.ts'

export interface KafkaConsumerOptions {
  kafka: Kafka
  topic: string
  groupId: string
  delivery: Omit<Delivery<Received>, 'signal'>
  limits: LogLimits
  logger: Logger
}

/** A member that says nothing for `sessionTimeout` is taken for dead, and its partitions go to the others. */
const timing = { sessionTimeout: 6000, heartbeatInterval: 1500, rebalanceTimeout: 10_000 }
/** The longest wait of a fetch for new events, and so about the longest that stopping waits for one. */
const fetching = { minBytes: 1, maxWaitTimeInMs: 500 }

/** One member of a consumer group. Outages don't end it: it comes back, for ever, with growing waits. */
export class KafkaConsumer implements Consumer {
  private readonly options: KafkaConsumerOptions
  private readonly stopping = new AbortController()
  private readonly inHand = new Set<Promise<void>>()
  private readonly warn: ReturnType<typeof warnOccasionally>
  private client: Client | undefined
  private offsets: OffsetCommits | undefined
  private stopped: Promise<void> | undefined
  private failures = 0

  private constructor(options: KafkaConsumerOptions) {
    this.options = options
    this.warn = warnOccasionally(options.logger)
  }

  /** Resolves after the first attempt to join the group; when it failed, attempts go on. */
  static async start(options: KafkaConsumerOptions): Promise<KafkaConsumer> {
    const consumer = new KafkaConsumer(options)
    await consumer.join()
    return consumer
  }

  stop(): Promise<void> {
    this.stopped ??= this.leave()
    return this.stopped
  }

  private async join(): Promise<void> {
    const { kafka, topic, groupId } = this.options
    const client = kafka.consumer({
      groupId,
      ...timing,
      ...fetching,
      allowAutoTopicCreation: false,
      retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 2000, restartOnFailure: async () => !this.isStopping },
    })
    const offsets = new OffsetCommits(client, topic)
    this.client = client
    this.offsets = offsets
    client.on(client.events.GROUP_JOIN, () => {
      this.failures = 0
      offsets.clear()
    })
    client.on(client.events.CRASH, ({ payload: { error, restart } }) => {
      if (!restart) void this.joinAgain(client, error)
    })
    try {
      await client.connect()
      await client.subscribe({ topic, fromBeginning: true })
      await this.run(client, offsets)
    } catch (error) {
      void this.joinAgain(client, error)
    }
  }

  private run(client: Client, offsets: OffsetCommits): Promise<void> {
    const { delivery, limits } = this.options
    const handling = {
      delivery: { ...delivery, signal: this.stopping.signal },
      offsets,
      slice: limits.run,
      concurrency: limits.concurrency,
      heartbeatMs: timing.heartbeatInterval,
    }
    return client.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 12,
      eachBatch: async (payload) => {
        const handled = handleBatch(payload, handling)
        this.inHand.add(handled)
        await handled.finally(() => this.inHand.delete(handled))
      },
    })
  }

  private async joinAgain(client: Client, error: unknown): Promise<void> {
    if (this.isStopping) return
    const { topic, groupId, limits } = this.options
    this.warn({ topic, groupId, error }, 'a consumer lost Kafka; joining again')
    await client.disconnect().catch(() => {})
    await pause(waitAfter(++this.failures, limits.backOff), this.stopping.signal)
    if (!this.isStopping) await this.join()
  }

  private get isStopping(): boolean {
    return this.stopping.signal.aborted
  }

  private async leave(): Promise<void> {
    this.stopping.abort()
    const { client, offsets } = this
    if (!client) return
    try {
      // Paused, so that what is not done is not fetched again and again; then committed, while still a member.
      client.pause([{ topic: this.options.topic }])
    } catch {
      // Not running at the moment.
    }
    await Promise.allSettled(this.inHand)
    await withTimeout(2000, 'Leaving Kafka', async () => {
      await offsets?.flush()
      await client.disconnect()
    }).catch((error: unknown) => this.warn({ error }, 'a consumer could not leave its group in time'))
  }
}
