import { EventEmitter } from 'node:events'
import type { Redis } from 'ioredis'

/** Channels per SUBSCRIBE when all are subscribed anew: keeps one command's size and Redis's work for it small. */
const channelsPerCommand = 500
/** A peer that vanished without a word is noticed after this and one command's time-out. */
const pingEveryMs = 5000

/**
 * The subscriber that graphql-redis-subscriptions talks to: ioredis, with the failures dealt with that the library
 * leaves open. A subscription never fails: what Redis did not confirm is subscribed anew after the next reconnect, with
 * all the others, so it is known when all of them stand again. Nothing ends as an unhandled rejection.
 *
 * Emits `messageBuffer(channel, message)`, and `connection(true | false)`.
 */
export class ChannelSubscriber extends EventEmitter {
  private readonly redis: Redis
  /** Every channel that is or should be subscribed, with who waits for the confirmation. */
  private readonly channels = new Map<string, (() => void) | undefined>()
  private readonly pings: NodeJS.Timeout
  private isLeaving = false

  /** `redis` must be connected, with `autoResubscribe` off. */
  constructor(redis: Redis) {
    super()
    this.redis = redis
    redis.on('messageBuffer', (channel: Buffer, message: Buffer) => this.emit('messageBuffer', channel, message))
    redis.on('close', () => {
      this.isLeaving = false
      this.emit('connection', false)
    })
    redis.on('ready', () => void this.subscribeAll())
    this.pings = setInterval(() => void this.attempt(() => redis.ping()), pingEveryMs).unref()
  }

  /** In the form that the library calls. `done` is called once Redis has confirmed. */
  subscribe(channel: string, done: () => void): void {
    this.channels.set(channel, done)
    void this.attempt(async () => {
      await this.redis.subscribe(channel)
      this.confirm(channel)
    })
  }

  unsubscribe(channel: string): void {
    this.channels.delete(channel)
    void this.attempt(() => this.redis.unsubscribe(channel))
  }

  /** The library takes back both kinds; patterns are not used here. */
  punsubscribe(): void {}

  close(): void {
    clearInterval(this.pings)
    this.redis.disconnect()
  }

  private async subscribeAll(): Promise<void> {
    await this.attempt(async () => {
      const channels = [...this.channels.keys()]
      for (let from = 0; from < channels.length; from += channelsPerCommand) {
        const some = channels.slice(from, from + channelsPerCommand)
        await this.redis.subscribe(...some)
        for (const channel of some) this.confirm(channel)
      }
      this.emit('connection', true)
    })
  }

  private confirm(channel: string): void {
    const done = this.channels.get(channel)
    if (!done) return
    this.channels.set(channel, undefined)
    done()
  }

  /**
   * A command that fails on a connection that looks well leaves its state unknown: a fresh connection starts over. Once, however
   * many fail together: each further call would leave a listener at the socket.
   */
  private async attempt(command: () => Promise<unknown>): Promise<void> {
    if (this.redis.status !== 'ready') return
    try {
      await command()
    } catch {
      if (this.redis.status !== 'ready' || this.isLeaving) return
      this.isLeaving = true
      this.redis.disconnect(true)
    }
  }
}
