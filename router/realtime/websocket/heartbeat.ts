/** What is kept alive. */
interface Beating {
  /** It has answered since the last `ping`. */
  answered: boolean
  ping(): void
  terminate(): void
}

/** Rounds in which all have their turn, so that not all are pinged in the same moment. */
const slices = 8

/** Pings everybody once per interval and cuts off those that have not answered by the next time. One timer for all. */
export class Heartbeat {
  readonly #slices: Set<Beating>[] = Array.from({ length: slices }, () => new Set())
  readonly #timer: NodeJS.Timeout
  #turn = 0
  #added = 0

  constructor(intervalMs: number) {
    this.#timer = setInterval(() => this.#beat(this.#slices[this.#turn++ % slices]!), intervalMs / slices).unref()
  }

  /** Until `forget`. */
  watch(one: Beating): void {
    this.#slices[this.#added++ % slices]!.add(one)
  }

  forget(one: Beating): void {
    for (const slice of this.#slices) if (slice.delete(one)) return
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #beat(slice: Set<Beating>): void {
    for (const one of slice) {
      if (!one.answered) one.terminate()
      else {
        one.answered = false
        one.ping()
      }
    }
  }
}
