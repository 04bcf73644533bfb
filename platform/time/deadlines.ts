/** What is told when its time is over. */
interface Waiting {
  expire(): void
}

/** One timer for all that wait equally long: they end in the order in which they began. */
export class Deadlines {
  readonly #ms: number
  readonly #ends = new Map<Waiting, number>()
  #timer: NodeJS.Timeout | undefined

  constructor(ms: number) {
    this.#ms = ms
  }

  add(waiting: Waiting): void {
    this.#ends.set(waiting, performance.now() + this.#ms)
    this.#timer ??= this.#set(this.#ms)
  }

  delete(waiting: Waiting): void {
    this.#ends.delete(waiting)
  }

  /** A process does not stay for it: what waits holds a connection. */
  #set(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#expire(), ms).unref()
  }

  #expire(): void {
    this.#timer = undefined
    const now = performance.now()
    for (const [waiting, end] of this.#ends) {
      if (end > now) {
        this.#timer = this.#set(Math.ceil(end - now))
        return
      }
      this.#ends.delete(waiting)
      waiting.expire()
    }
  }
}
