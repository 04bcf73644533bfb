import { UnderWay, type Place } from '../collections/underWay.ts'

/** What waits, and when its time is over, on the clock of `performance.now()`. */
interface Waiting {
  readonly end: number
  readonly expire: () => void
}

/** One timer for all that wait equally long: they end in the order in which they began. */
export class Deadlines {
  readonly #ms: number
  readonly #waiting = new UnderWay<Waiting>()
  #timer: NodeJS.Timeout | undefined

  constructor(ms: number) {
    this.#ms = ms
  }

  /** Calls `expire` when the time is over, unless the place was left before. */
  add(expire: () => void): Place {
    this.#timer ??= this.#set(this.#ms)
    return this.#waiting.add({ end: performance.now() + this.#ms, expire })
  }

  /** A process does not stay for it: what waits holds a connection. */
  #set(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#expire(), ms).unref()
  }

  #expire(): void {
    this.#timer = undefined
    const now = performance.now()
    for (let first = this.#waiting.first; first; first = this.#waiting.first) {
      if (first.end > now) {
        this.#timer = this.#set(Math.ceil(first.end - now))
        return
      }
      this.#waiting.shift()
      first.expire()
    }
  }
}
