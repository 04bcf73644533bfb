import type { Logger } from 'pino'
import { Unavailable } from '../../errors.ts'
import type { PubSub } from '../pubsub.ts'

/** Pub/sub among the parts of one process. Its connection cannot break. */
export class MemoryPubSub implements PubSub {
  private readonly channels = new Map<string, Set<(message: string) => void>>()
  private readonly logger: Logger
  private closed = false

  constructor({ logger }: { logger: Logger }) {
    this.logger = logger
  }

  async publish(channel: string, message: string): Promise<void> {
    await this.publishMany([{ channel, message }])
  }

  async publishMany(messages: readonly { channel: string; message: string }[]): Promise<void> {
    this.requireOpen()
    for (const { channel, message } of messages) {
      // A copy: a listener may subscribe or leave while it is told.
      for (const listener of [...(this.channels.get(channel) ?? [])]) this.tell(listener, message)
    }
  }

  async subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>> {
    this.requireOpen()
    const listeners = this.channels.get(channel) ?? new Set()
    // A function of its own, so that one listener may subscribe twice.
    const own = (message: string) => listener(message)
    this.channels.set(channel, listeners.add(own))
    return async () => {
      listeners.delete(own)
      if (listeners.size === 0 && this.channels.get(channel) === listeners) this.channels.delete(channel)
    }
  }

  onConnection(): () => void {
    return () => {}
  }

  async ping(): Promise<void> {
    this.requireOpen()
  }

  async close(): Promise<void> {
    this.closed = true
    this.channels.clear()
  }

  private tell(listener: (message: string) => void, message: string): void {
    try {
      listener(message)
    } catch (error) {
      this.logger.error({ error }, 'a pub/sub listener failed')
    }
  }

  private requireOpen(): void {
    if (this.closed) throw new Unavailable('Pub/sub is closed.')
  }
}
