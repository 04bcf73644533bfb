import { LRUCache } from 'lru-cache'
import type { TopicOpening } from '../../../platform/subgraph/topics.ts'
import { SharedAnswer } from './sharedAnswer.ts'

/**
 * Pages of topic logs that were just read, for the others who come back at the same time and stand at the same place.
 * A log is the same for all who may read it; whether one may is asked for each viewer elsewhere.
 */
export class SharedReadings {
  readonly #pages: LRUCache<string, SharedAnswer<TopicOpening>>
  readonly #keptMs: number

  readonly #isOff: boolean

  /** At most `bound` pages, each at most `keptMs` after it was read; with 0 everybody reads alone. */
  constructor(bound: number, keptMs: number) {
    this.#pages = new LRUCache({ max: Math.max(1, bound) })
    this.#keptMs = keptMs
    this.#isOff = bound === 0
  }

  /** Somebody else's reading; undefined where there is none. `wanted`: the asker waits for it still. */
  of(topic: string, after: number, wanted: () => boolean): Promise<TopicOpening> | undefined {
    return this.#pages.get(keyOf(topic, after))?.join(wanted)
  }

  /** Reads, and offers that to others. What fails, or found nothing, is no use to those who come later. */
  read(
    topic: string,
    after: number,
    wanted: () => boolean,
    read: (isWanted: () => boolean) => Promise<TopicOpening>,
  ): Promise<TopicOpening> {
    if (this.#isOff) return read(wanted)
    const key = keyOf(topic, after)
    const shared = new SharedAnswer(read, wanted)
    const drop = () => {
      if (this.#pages.peek(key) === shared) this.#pages.delete(key)
    }
    this.#pages.set(key, shared)
    shared.answer.then(({ events }) => {
      if (events.length === 0) drop()
      else setTimeout(drop, this.#keptMs).unref()
    }, drop)
    return shared.answer
  }

  /** Nobody is to have what was read of it until now. */
  forget(topic: string): void {
    for (const key of this.#pages.keys()) if (key.slice(key.indexOf(' ') + 1) === topic) this.#pages.delete(key)
  }
}

const keyOf = (topic: string, after: number): string => `${after} ${topic}`
