import { Overloaded } from '../../../platform/errors.ts'

/** How many wait, for those who watch. */
export interface Line {
  inc(): void
  dec(): void
}

/** Lets so many works run at a time and so many wait, in the order in which they came; turns the rest away. */
export class Gate {
  readonly #atOnce: number
  readonly #waiting: number
  readonly #queue: (() => void)[] = []
  readonly #line: Line | undefined
  #running = 0

  constructor(atOnce: number, waiting: number, line?: Line) {
    this.#atOnce = atOnce
    this.#waiting = waiting
    this.#line = line
  }

  /** @throws Overloaded  as many are waiting as may wait */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.#atOnce) this.#running++
    else await this.#turn()
    try {
      return await work()
    } finally {
      const next = this.#queue.shift()
      // The place is handed on, so that nobody slips in between.
      if (!next) this.#running--
      else {
        this.#line?.dec()
        next()
      }
    }
  }

  #turn(): Promise<void> {
    if (this.#queue.length >= this.#waiting) {
      throw new Overloaded('Too many subscriptions are being opened at once.', { retryAfterMs: 2_000 })
    }
    this.#line?.inc()
    return new Promise((resolve) => this.#queue.push(resolve))
  }
}
