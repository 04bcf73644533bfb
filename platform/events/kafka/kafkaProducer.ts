import { Partitioners, type Kafka, type Message, type Producer } from 'kafkajs'
import { InvalidInput, Overloaded, Unavailable } from '../../errors.ts'
import { withTimeout } from '../../time/withTimeout.ts'
import type { LogLimits } from '../limits.ts'

export interface Outgoing extends Message {
  topic: string
  value: string
}

interface Append {
  messages: readonly Outgoing[]
  bytes: number
  resolve(): void
  reject(error: unknown): void
}

/** Under the brokers' default limit for one request, 1 MiB, with room for headers and framing. */
const mostBytes = 900_000

/**
 * Appends with acks from all replicas, idempotently. Appends that arrive while a request is on its way travel together
 * in the next one: no waiting to fill a batch, and one request at a time, so the order of appends is kept.
 */
export class KafkaProducer {
  private readonly kafka: Kafka
  private readonly limits: Pick<LogLimits, 'waiting' | 'appendTimeoutMs'>
  private readonly queue: Append[] = []
  private waiting = 0
  private sending = false
  private closed = false
  private producer: Promise<Producer> | undefined

  constructor(kafka: Kafka, limits: Pick<LogLimits, 'waiting' | 'appendTimeoutMs'>) {
    this.kafka = kafka
    this.limits = limits
  }

  /** Resolves when the messages are in all replicas. @throws Unavailable, Overloaded, InvalidInput */
  async append(messages: readonly Outgoing[]): Promise<void> {
    if (this.closed) throw new Unavailable('The event log is closed.')
    if (this.waiting + messages.length > this.limits.waiting)
      throw new Overloaded(`${this.waiting} events wait to be appended.`, { retryAfterMs: 200 })
    const sizes = messages.map(({ value }) => Buffer.byteLength(value))
    // Checked here: one message that the brokers refuse would fail all that travel with it.
    if (sizes.some((size) => size > mostBytes)) throw new InvalidInput(`An event has at most ${mostBytes} bytes.`)
    await withTimeout(this.limits.appendTimeoutMs, 'Appending to Kafka', () => this.enqueue(messages, sizes))
  }

  async connect(): Promise<void> {
    await this.connected()
  }

  async close(): Promise<void> {
    this.closed = true
    for (const { reject } of this.queue.splice(0)) reject(new Unavailable('The event log is closed.'))
    await this.discard()
  }

  private async enqueue(messages: readonly Outgoing[], sizes: number[]): Promise<void> {
    const appended = new Promise<void>((resolve, reject) => {
      this.queue.push({ messages, bytes: sizes.reduce((sum, size) => sum + size, 0), resolve, reject })
    })
    this.waiting += messages.length
    void this.sendAll()
    await appended.finally(() => (this.waiting -= messages.length))
  }

  private async sendAll(): Promise<void> {
    if (this.sending) return
    this.sending = true
    while (this.queue.length > 0) {
      const appends = this.take()
      try {
        await withTimeout(this.limits.appendTimeoutMs, 'Appending to Kafka', () => this.send(appends))
        for (const { resolve } of appends) resolve()
      } catch (error) {
        // Its sequence numbers may be out of step with the brokers': a new producer starts clean.
        void this.discard()
        const failure = new Unavailable("Kafka can't be reached.", { cause: error })
        for (const { reject } of appends) reject(failure)
      }
    }
    this.sending = false
  }

  /** From the front of the queue, what fits into one request; at least one append. */
  private take(): Append[] {
    let bytes = 0
    const end = this.queue.findIndex((append, index) => (bytes += append.bytes) > mostBytes && index > 0)
    return this.queue.splice(0, end < 0 ? this.queue.length : end)
  }

  private async send(appends: readonly Append[]): Promise<void> {
    const byTopic = Map.groupBy(
      appends.flatMap(({ messages }) => messages),
      ({ topic }) => topic,
    )
    const topicMessages = [...byTopic].map(([topic, messages]) => ({ topic, messages }))
    const producer = await this.connected()
    await producer.sendBatch({ topicMessages, acks: -1, timeout: this.limits.appendTimeoutMs })
  }

  private connected(): Promise<Producer> {
    if (this.producer) return this.producer
    const opening = this.open()
    this.producer = opening
    // One that failed is not kept; by then there may be another.
    opening.catch(() => {
      if (this.producer === opening) this.producer = undefined
    })
    return opening
  }

  private async open(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: 3, initialRetryTime: 50, maxRetryTime: 500 },
    })
    await producer.connect()
    return producer
  }

  private async discard(): Promise<void> {
    const { producer } = this
    this.producer = undefined
    try {
      await (await producer)?.disconnect()
    } catch {
      // It is being thrown away; it may never have connected.
    }
  }
}
