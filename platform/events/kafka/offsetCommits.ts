import type { Consumer } from 'kafkajs'

/** How long a handled event may stay uncommitted: what a killed process hands over again is at most this much. */
const commitEveryMs = 100

/**
 * Commits offsets of handled events in the background, so that the next fetch does not wait for it. One commit at a
 * time; what became ready meanwhile goes into the next.
 */
export class OffsetCommits {
  private readonly consumer: Consumer
  private readonly topic: string
  /** By partition, the offset of the next event to read. */
  private readonly due = new Map<number, string>()
  private timer: NodeJS.Timeout | undefined
  private committing: Promise<void> = Promise.resolve()

  constructor(consumer: Consumer, topic: string) {
    this.consumer = consumer
    this.topic = topic
  }

  /** The event at `offset`, and all before it in its partition, are handled. */
  handled(partition: number, offset: string): void {
    this.due.set(partition, String(BigInt(offset) + 1n))
    this.timer ??= setTimeout(() => void this.flush(), commitEveryMs)
  }

  /** Resolves when everything handled so far is committed, or a commit has failed: those events are handed over again. */
  flush(): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    this.committing = this.committing.then(() => this.commit())
    return this.committing
  }

  /** Forgets what is due: the partitions may belong to another consumer now. */
  clear(): void {
    this.due.clear()
  }

  private async commit(): Promise<void> {
    if (this.due.size === 0) return
    const offsets = [...this.due].map(([partition, offset]) => ({ topic: this.topic, partition, offset }))
    this.due.clear()
    // A commit that fails is repeated by the next one, which is further on, or made up for by handling again.
    await this.consumer.commitOffsets(offsets).catch(() => {})
  }
}
