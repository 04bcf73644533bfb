export interface TurnsOptions {
  /** How many may be at it at a time. */
  atOnce: number
  /** How many may wait, and how long, in milliseconds. */
  line: number
  patienceMs: number
}

/** Keeps work that costs much to a few at a time. */
export class Turns {
  readonly #options: TurnsOptions
  readonly #line: ((mayGo: boolean) => void)[] = []
  #busy = 0

  constructor(options: TurnsOptions) {
    this.#options = options
  }

  /** Resolves with what `work` does; with undefined where too many wait, or it did not come to its turn in time. */
  async take<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (!(await this.#wait())) return undefined
    try {
      return await work()
    } finally {
      const next = this.#line.shift()
      if (next) next(true)
      else this.#busy -= 1
    }
  }

  async #wait(): Promise<boolean> {
    const { atOnce, line, patienceMs } = this.#options
    if (this.#busy < atOnce) {
      this.#busy += 1
      return true
    }
    if (this.#line.length >= line) return false
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#line.splice(this.#line.indexOf(go), 1)
        resolve(false)
      }, patienceMs)
      const go = (mayGo: boolean) => {
        clearTimeout(timer)
        resolve(mayGo)
      }
      this.#line.push(go)
    })
  }
}
