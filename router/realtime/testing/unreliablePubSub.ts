import { Unavailable } from '../../../platform/errors.ts'
import type { PubSub } from '../../../platform/events/pubsub.ts'

/** Pub/sub as a bad network makes it: the suite decides which messages arrive, when, and how often. */
export class UnreliablePubSub implements PubSub {
  /** What was published and has not been delivered: suites take from here. */
  readonly underWay: { channel: string; message: string }[] = []
  /** Delivers at once when true. */
  reliable = true
  isDown = false
  /** Awaited by every subscription. */
  beforeSubscribing: () => Promise<void> | void = () => undefined
  subscribed = 0
  readonly #channels = new Map<string, Set<(message: string) => void>>()
  readonly #watchers = new Set<(connected: boolean) => void>()

  /** Listeners there are now, on all channels. */
  get listeners(): number {
    return [...this.#channels.values()].reduce((sum, listeners) => sum + listeners.size, 0)
  }

  async publish(channel: string, message: string): Promise<void> {
    if (this.isDown) return
    if (this.reliable) this.deliver({ channel, message })
    else this.underWay.push({ channel, message })
  }

  async publishMany(messages: readonly { channel: string; message: string }[]): Promise<void> {
    for (const { channel, message } of messages) await this.publish(channel, message)
  }

  deliver({ channel, message }: { channel: string; message: string }): void {
    for (const listener of [...(this.#channels.get(channel) ?? [])]) listener(message)
  }

  /** From now on nothing arrives, and nobody is told why. */
  breakConnection(): void {
    this.isDown = true
    for (const watcher of this.#watchers) watcher(false)
  }

  restoreConnection(): void {
    this.isDown = false
    for (const watcher of this.#watchers) watcher(true)
  }

  async subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>> {
    await this.ping()
    await this.beforeSubscribing()
    this.subscribed++
    const listeners = this.#channels.get(channel) ?? new Set()
    this.#channels.set(channel, listeners.add(listener))
    return async () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#channels.delete(channel)
    }
  }

  onConnection(listener: (connected: boolean) => void): () => void {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }

  async ping(): Promise<void> {
    if (this.isDown) throw new Unavailable('Pub/sub cannot be reached.')
  }

  async close(): Promise<void> {
    this.#channels.clear()
  }
}
