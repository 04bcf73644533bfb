/**
 * Fan-out to whoever listens now: no history, at most once. Messages are text, so that a message is serialized once by
 * its publisher and parsed once by each process that listens.
 */
export interface PubSub {
  /** Resolves when the message has been handed to the broker. Rejects with UNAVAILABLE when it can't be reached. */
  publish(channel: string, message: string): Promise<void>
  /** Several messages in one round trip, in order. */
  publishMany(messages: readonly { channel: string; message: string }[]): Promise<void>
  /** Resolves when messages published from now on will arrive. The function returned ends the subscription. */
  subscribe(channel: string, listener: (message: string) => void): Promise<() => Promise<void>>
  /**
   * Told when messages may have been lost (`false`: the connection broke) and when all subscriptions stand again
   * (`true`). The listener of history fills the hole from the change log.
   */
  onConnection(listener: (connected: boolean) => void): () => void
  ping(): Promise<void>
  close(): Promise<void>
}
