import type { TopicEvent } from '../../../platform/events/topicEvent.ts'

/**
 * Puts the events of one topic into the order of `rev`, each once. Pure: it reads nothing and waits for nothing.
 *
 * Events may be offered in any order and more than once. What comes early is held, at most `bound` events; what is not
 * held, or never came, shows as `behind` and is to be read from the topic's log.
 */
export class RevOrder {
  readonly #bound: number
  readonly #early = new Map<number, TopicEvent>()
  #last: number | undefined
  #highest = 0

  constructor(bound: number) {
    this.#bound = bound
  }

  /** The position up to which everything has been handed out; undefined before `begin`. */
  get last(): number | undefined {
    return this.#last
  }

  /** The topic is known to be further than what was handed out. */
  get behind(): boolean {
    return this.#last !== undefined && this.#highest > this.#last
  }

  /**
   * The owner says that the topic stands at `rev`. The first such word is where this order begins; later ones only show
   * whether something is missing. Returns the held events that are in order now.
   */
  begin(rev: number): TopicEvent[] {
    this.#highest = Math.max(this.#highest, rev)
    if (this.#last !== undefined) return []
    this.#last = rev
    return this.#release()
  }

  /** An event from the stream. Returns what is in order now: nothing for a repeat or an early one. */
  offer(event: TopicEvent): TopicEvent[] {
    if (this.#last !== undefined && event.rev <= this.#last) return []
    this.#highest = Math.max(this.#highest, event.rev)
    if (this.#last !== undefined && event.rev === this.#last + 1) {
      this.#last = event.rev
      return [event, ...this.#release()]
    }
    if (this.#early.size < this.#bound) this.#early.set(event.rev, event)
    return []
  }

  /**
   * The event that the log gives after `last`. The log is the authority: where it goes on at a later position, because
   * it no longer reaches back, so does this order.
   */
  accept(event: TopicEvent): TopicEvent[] {
    if (this.#last === undefined || event.rev <= this.#last) return []
    this.#highest = Math.max(this.#highest, event.rev)
    this.#last = event.rev
    return [event, ...this.#release()]
  }

  /** Stops waiting for what the log does not know. Returns how many held events are given up. */
  giveUp(): number {
    const held = this.#early.size
    this.#early.clear()
    this.#highest = this.#last ?? 0
    return held
  }

  #release(): TopicEvent[] {
    if (this.#early.size === 0) return []
    const ready: TopicEvent[] = []
    let last = this.#last!
    for (let next = this.#early.get(last + 1); next; next = this.#early.get(last + 1)) {
      ready.push(next)
      last = next.rev
    }
    this.#last = last
    for (const rev of this.#early.keys()) if (rev <= last) this.#early.delete(rev)
    return ready
  }
}
