import { UnderWay } from '../../../platform/collections/underWay.ts'
import { Overloaded } from '../../../platform/errors.ts'
import { Deadlines } from '../../../platform/time/deadlines.ts'

/** How many wait, for those who watch. */
export interface Line {
  inc(): void
  dec(): void
}

export interface GateOptions {
  /** Default: any number. */
  waiting?: number
  /** How long one waits at most, in milliseconds. Default: for ever. */
  waitMs?: number
  line?: Line
}

interface Waiting {
  isWanted(): boolean
  /** Ends the waiting: with its turn, or without. */
  leave(isAdmitted: boolean): void
}

const always = () => true

/**
 * Lets so many works run at a time and so many wait, in the order in which they came; turns the rest away. Whose work nobody
 * wants any more has no turn: where all is slow and many give up, it would be taken up with them alone.
 */
export class Gate {
  readonly #atOnce: number
  readonly #bound: number
  readonly #deadlines: Deadlines | undefined
  readonly #line: Line | undefined
  readonly #queue = new UnderWay<Waiting>()
  #waiting = 0
  #running = 0

  constructor(atOnce: number, { waiting = Infinity, waitMs, line }: GateOptions = {}) {
    this.#atOnce = atOnce
    this.#bound = waiting
    this.#deadlines = waitMs === undefined ? undefined : new Deadlines(waitMs)
    this.#line = line
  }

  /** @throws Overloaded  as many are waiting as may wait, or this one has waited too long, or is not wanted any more */
  async run<T>(work: () => Promise<T>, isWanted: () => boolean = always): Promise<T> {
    if (this.#running < this.#atOnce) this.#running++
    else await this.#turn(isWanted)
    try {
      return await work()
    } finally {
      this.#handOn()
    }
  }

  /** The place goes to the next one at once, so that nobody slips in between. */
  #handOn(): void {
    for (let next = this.#queue.first; next; next = this.#queue.first) {
      const isWanted = next.isWanted()
      next.leave(isWanted)
      if (isWanted) return
    }
    this.#running--
  }

  #turn(isWanted: () => boolean): Promise<void> {
    if (this.#waiting >= this.#bound) throw tooMany()
    this.#waiting++
    this.#line?.inc()
    return new Promise((resolve, reject) => {
      const leave = (isAdmitted: boolean) => {
        place.leave()
        deadline?.leave()
        this.#waiting--
        this.#line?.dec()
        if (isAdmitted) resolve()
        else reject(tooMany())
      }
      const place = this.#queue.add({ isWanted, leave })
      const deadline = this.#deadlines?.add(() => leave(false))
    })
  }
}

const tooMany = () => new Overloaded('Too many subscriptions are being opened at once.', { retryAfterMs: 2_000 })
