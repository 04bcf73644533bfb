import type { Admin, ISocketFactory, Kafka } from 'kafkajs'
import type { Logger } from 'pino'
import { Unavailable } from '../../errors.ts'
import type { Metrics } from '../../telemetry/createMetrics.ts'
import { warnOccasionally } from '../../telemetry/warnOccasionally.ts'
import { reachAtStart } from '../../time/reachAtStart.ts'
import { withTimeout } from '../../time/withTimeout.ts'
import type { Delivery } from '../deliver.ts'
import { deliveryMetrics } from '../deliveryMetrics.ts'
import { logLimits, type LogLimits } from '../limits.ts'
import type { Consumer, DeadLetter, EventLog, LogTopic, LogTopics } from '../log.ts'
import { createKafka } from './createKafka.ts'
import { KafkaConsumer } from './kafkaConsumer.ts'
import { KafkaProducer } from './kafkaProducer.ts'
import { readDeadLetters } from './readDeadLetters.ts'
import { eventsOf, type Received } from './received.ts'
import { deadLetterTopicName, ensureTopics, groupName, topicName } from './topics.ts'

export interface KafkaLogOptions {
  brokers: readonly string[]
  namespace: string
  logger: Logger
  metrics: Metrics
  limits?: Partial<LogLimits>
  /** Of topics that are created. More partitions, more consumers that can share the work. */
  partitions?: number
  /** How long to try at first. */
  patienceMs?: number
  /** How connections are made; tests cut them with it. */
  socketFactory?: ISocketFactory
}

/** The event log on Apache Kafka: a topic per log, a consumer group per group, `<topic>.dead-letters` beside it. */
export class KafkaLog implements EventLog {
  private readonly kafka: Kafka
  private readonly admin: Admin
  private readonly options: KafkaLogOptions
  private readonly limits: LogLimits
  private readonly producer: KafkaProducer
  private readonly consumers = new Set<KafkaConsumer>()
  private closed = false

  private constructor(options: KafkaLogOptions) {
    this.options = options
    this.limits = { ...logLimits, ...options.limits }
    this.kafka = createKafka(options.brokers, options.namespace, options.logger, options.socketFactory)
    this.admin = this.kafka.admin()
    this.producer = new KafkaProducer(this.kafka, this.limits)
  }

  /** Connects, and creates the topics that are missing. @throws Unavailable  Kafka can't be reached */
  static async open(options: KafkaLogOptions): Promise<KafkaLog> {
    const log = new KafkaLog(options)
    const { brokers, logger, namespace, partitions = 12, patienceMs } = options
    const advice =
      'Start it, or correct PARLEY_KAFKA_BROKERS; without that variable Parley runs in one process and needs no Kafka.'
    const what = `Kafka at ${brokers.join(', ')}`
    try {
      await reachAtStart({ what, advice, logger, ...(patienceMs === undefined ? {} : { patienceMs }) }, async () => {
        await log.admin.connect()
        await ensureTopics(log.admin, namespace, partitions)
        await log.producer.connect()
      })
      return log
    } catch (error) {
      await log.close()
      throw error
    }
  }

  async append<T extends LogTopic>(topic: T, events: readonly LogTopics[T][]): Promise<void> {
    this.requireOpen()
    const name = topicName(this.options.namespace, topic)
    await this.producer.append(events.map((event) => ({ topic: name, key: event.topic, value: JSON.stringify(event) })))
  }

  async consume<T extends LogTopic>(
    topic: T,
    group: string,
    handle: (events: readonly LogTopics[T][]) => Promise<void>,
  ): Promise<Consumer> {
    this.requireOpen()
    const { namespace, logger } = this.options
    const consumer = await KafkaConsumer.start({
      kafka: this.kafka,
      topic: topicName(namespace, topic),
      groupId: groupName(namespace, group),
      delivery: this.delivery(topic, group, (run) => handle(eventsOf(run))),
      limits: this.limits,
      logger,
    })
    this.consumers.add(consumer)
    return {
      stop: async () => {
        await consumer.stop()
        this.consumers.delete(consumer)
      },
    }
  }

  async deadLetters(topic: LogTopic, limit: number): Promise<DeadLetter[]> {
    this.requireOpen()
    return readDeadLetters(this.kafka, { namespace: this.options.namespace, topic, limit })
  }

  async ping(): Promise<void> {
    this.requireOpen()
    try {
      await withTimeout(3000, 'Asking Kafka', () => this.admin.describeCluster())
    } catch (error) {
      throw new Unavailable("Kafka can't be reached.", { cause: error })
    }
  }

  async close(): Promise<void> {
    if (this.closed) return
    this.closed = true
    await Promise.all([...this.consumers].map((consumer) => consumer.stop()))
    await withTimeout(1000, 'Leaving Kafka', () => Promise.all([this.producer.close(), this.admin.disconnect()])).catch(
      (error: unknown) => this.options.logger.warn({ error }, 'Kafka did not take leave in time'),
    )
  }

  private requireOpen(): void {
    if (this.closed) throw new Unavailable('The event log is closed.')
  }

  private delivery(
    topic: LogTopic,
    group: string,
    handle: (run: readonly Received[]) => Promise<void>,
  ): Omit<Delivery<Received>, 'signal'> {
    const { namespace, logger, metrics } = this.options
    const counters = deliveryMetrics(metrics, { topic, group })
    const warn = warnOccasionally(logger)
    return {
      handle,
      bury: async ({ key, offset, raw }, error) => {
        logger.error({ topic, group, key, offset, error }, 'an event went to the dead letters')
        const headers = { group, error: String(error), at: new Date().toISOString() }
        await this.producer.append([{ topic: deadLetterTopicName(namespace, topic), key, value: raw, headers }])
        counters.deadLetters.inc({ topic, group })
      },
      onRetry: (error) => {
        counters.retries.inc({ topic, group })
        warn({ topic, group, error }, 'handling events failed; trying again')
      },
      attempts: this.limits.attempts,
      backOff: this.limits.backOff,
    }
  }
}
