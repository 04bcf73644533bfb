/** Lets so many go on in each turn of the event loop, in their order: sockets and timers have their turn in between. */
export class Turns {
  readonly #perTurn: number
  readonly #waiting: (() => void)[] = []
  #isScheduled = false

  constructor(perTurn: number) {
    this.#perTurn = perTurn
  }

  /** Resolves when it is one's turn. */
  take(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      this.#schedule()
    })
  }

  #schedule(): void {
    if (this.#isScheduled || this.#waiting.length === 0) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      for (const goOn of this.#waiting.splice(0, this.#perTurn)) goOn()
      this.#schedule()
    })
  }
}
