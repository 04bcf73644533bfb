import { RedisPubSub as Engine } from 'graphql-redis-subscriptions'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { Unavailable } from '../../errors.ts'
import { connectRedis, type RedisConnection } from '../../redis/connectRedis.ts'
import { orUnavailable } from '../../redis/orUnavailable.ts'
import { withTimeout } from '../../time/withTimeout.ts'
import type { PubSub } from '../pubsub.ts'
import { ChannelSubscriber } from './channelSubscriber.ts'

export type RedisPubSubOptions = Omit<RedisConnection, 'name'> & { namespace: string }

const subscribeTimeoutMs = 3000

/**
 * Pub/sub over Redis, on graphql-redis-subscriptions: one Redis subscription per channel, however many listen. Messages
 * pass through as text; the library parses and serializes nothing.
 */
export class RedisPubSub implements PubSub {
  private readonly engine: Engine
  private readonly publisher: Redis
  private readonly subscription: Redis
  private readonly subscriber: ChannelSubscriber
  private readonly prefix: string
  private readonly logger: Logger
  private readonly connectionListeners = new Set<(connected: boolean) => void>()
  private connected = true
  private closed = false

  private constructor(publisher: Redis, subscription: Redis, { namespace, logger }: RedisPubSubOptions) {
    this.publisher = publisher
    this.subscription = subscription
    this.subscriber = new ChannelSubscriber(subscription)
    this.prefix = `${namespace}:`
    this.logger = logger
    this.engine = new Engine({
      // The library is typed for the ioredis before this one; what it calls has not changed.
      publisher: publisher as never,
      subscriber: this.subscriber as never,
      messageEventName: 'messageBuffer',
      serializer: (message: string) => message,
      deserializer: (message) => message.toString(),
    })
    this.subscriber.on('connection', (connected: boolean) => this.tellConnection(connected))
  }

  /** @throws Unavailable  Redis can't be reached */
  static async open(options: RedisPubSubOptions): Promise<RedisPubSub> {
    const { namespace } = options
    const publisher = await connectRedis({ ...options, name: `${namespace}-publisher` })
    const subscriber = await connectRedis({ ...options, name: `${namespace}-subscriber` }, { autoResubscribe: false })
    return new RedisPubSub(publisher, subscriber, options)
  }

  async publish(channel: string, message: string): Promise<void> {
    this.requireOpen()
    await orUnavailable(() => this.engine.publish(this.prefix + channel, message))
  }

  async publishMany(messages: readonly { channel: string; message: string }[]): Promise<void> {
    this.requireOpen()
    const pipeline = this.publisher.pipeline()
    for (const { channel, message } of messages) pipeline.publish(this.prefix + channel, message)
    await orUnavailable(async () => {
      for (const [error] of (await pipeline.exec()) ?? []) if (error) throw error
    })
  }

  async subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>> {
    this.requireOpen()
    // Refused at once, so that subscriptions cannot pile up while Redis is away.
    if (this.subscription.status !== 'ready') throw new Unavailable("Redis can't be reached.")
    const tell = (message: string) => this.tell(listener, message)
    const subscribing = this.engine.subscribe<string>(this.prefix + channel, tell)
    try {
      const id = await withTimeout(subscribeTimeoutMs, 'Subscribing', () => subscribing)
      let ended = false
      return async () => {
        if (!ended) this.engine.unsubscribe(id)
        ended = true
      }
    } catch (error) {
      // Nobody will hear what a late subscription brings.
      void subscribing.then((id) => this.engine.unsubscribe(id))
      throw error
    }
  }

  onConnection(listener: (connected: boolean) => void): () => void {
    const own = (connected: boolean) => listener(connected)
    this.connectionListeners.add(own)
    return () => void this.connectionListeners.delete(own)
  }

  async ping(): Promise<void> {
    this.requireOpen()
    await orUnavailable(() => Promise.all([this.publisher.ping(), this.subscription.ping()]))
  }

  async close(): Promise<void> {
    this.closed = true
    this.connectionListeners.clear()
    this.subscriber.close()
    this.publisher.disconnect()
  }

  private requireOpen(): void {
    if (this.closed) throw new Unavailable('Pub/sub is closed.')
  }

  private tell(listener: (message: string) => void, message: string): void {
    try {
      listener(message)
    } catch (error) {
      this.logger.error({ error }, 'a pub/sub listener failed')
    }
  }

  private tellConnection(connected: boolean): void {
    if (connected === this.connected) return
    this.connected = connected
    for (const listener of [...this.connectionListeners]) listener(connected)
  }
}
