import { LRUCache } from 'lru-cache'
import type { TopicOpening } from '../../../platform/subgraph/topics.ts'

/**
 * Pages of topic logs that were just read, for the others who come back at the same time and stand at the same place.
 * A log is the same for all who may read it; whether one may is asked for each viewer elsewhere.
 */
export class SharedReadings {
  readonly #pages: LRUCache<string, Promise<TopicOpening>>
  readonly #keptMs: number

  readonly #isOff: boolean

  /** At most `bound` pages, each at most `keptMs` after it was read; with 0 everybody reads alone. */
  constructor(bound: number, keptMs: number) {
    this.#pages = new LRUCache({ max: Math.max(1, bound) })
    this.#keptMs = keptMs
    this.#isOff = bound === 0
  }

  /** Somebody else's reading; undefined where there is none. */
  of(topic: string, after: number): Promise<TopicOpening> | undefined {
    return this.#pages.get(keyOf(topic, after))
  }

  /** Offers one's own reading to others. One that fails, or found nothing, is no use to those who come later. */
  offer(topic: string, after: number, reading: Promise<TopicOpening>): void {
    if (this.#isOff) return
    const key = keyOf(topic, after)
    const drop = () => {
      if (this.#pages.peek(key) === reading) this.#pages.delete(key)
    }
    this.#pages.set(key, reading)
    reading.then(({ events }) => {
      if (events.length === 0) drop()
      else setTimeout(drop, this.#keptMs).unref()
    }, drop)
  }
}

const keyOf = (topic: string, after: number): string => `${after} ${topic}`
