import type { TopicEvent } from '../../../platform/events/topicEvent.ts'

/**
 * What a topic handed out lately, kept while somebody is catching up, so that past and stream meet without one more
 * reading of the log.
 */
export class RecentEvents {
  readonly #bound: number
  #events: TopicEvent[] = []
  /** The position before the first event held: everything after it is here. */
  #base: number | undefined

  constructor(bound: number) {
    this.#bound = bound
  }

  /** `last`: the topic's position before this event. */
  push(event: TopicEvent, last: number): void {
    // What it passes over is in the log, or nowhere.
    if (event.rev > last + 1) return this.#beginAt(event.rev)
    this.#base ??= last
    this.#events.push(event)
    if (this.#events.length > this.#bound) this.#base = this.#events.shift()!.rev
  }

  /** Everything handed out after `rev`, or undefined where that is not all here. */
  after(rev: number): TopicEvent[] | undefined {
    if (this.#base === undefined || rev < this.#base) return undefined
    return this.#events.filter((event) => event.rev > rev)
  }

  clear(): void {
    this.#beginAt(undefined)
  }

  #beginAt(base: number | undefined): void {
    this.#events = []
    this.#base = base
  }
}
