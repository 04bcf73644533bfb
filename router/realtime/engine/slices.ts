import { setImmediate as nextTurn } from 'node:timers/promises'

/** The clock is looked at once for so many. */
const step = 64

/** Work for a crowd, cut into slices: after each, the event loop has a turn for everything else. */
export class Slices {
  readonly #lengthMs: number
  #end: number
  #count = 0

  constructor(lengthMs: number) {
    this.#lengthMs = lengthMs
    this.#end = performance.now() + lengthMs
  }

  /** The time of this slice is up. To be asked before each piece of work. */
  get isOver(): boolean {
    return ++this.#count % step === 0 && performance.now() >= this.#end
  }

  async next(): Promise<void> {
    await nextTurn()
    this.#end = performance.now() + this.#lengthMs
  }
}
