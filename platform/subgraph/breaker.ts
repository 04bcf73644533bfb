/** Failures one after the other, until nobody is let through for a while. */
const FAILURES = 20
const PAUSE_MS = 1_000

/**
 * Keeps requests from a server that does not answer: after many failures in a row they fail at once, except for one now and
 * then, whose answer ends it.
 */
export class Breaker {
  readonly #now: () => number
  #failures = 0
  #nextTryAt = 0

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  get isOpen(): boolean {
    return this.#failures >= FAILURES
  }

  /** May a request go out? */
  allows(): boolean {
    if (!this.isOpen) return true
    const now = this.#now()
    if (now < this.#nextTryAt) return false
    this.#nextTryAt = now + PAUSE_MS
    return true
  }

  /** True when it had been open. */
  succeeded(): boolean {
    const wasOpen = this.isOpen
    this.#failures = 0
    return wasOpen
  }

  /** True when it opens by this. */
  failed(): boolean {
    if (this.#failures < FAILURES) this.#failures++
    else return false
    if (!this.isOpen) return false
    this.#nextTryAt = this.#now() + PAUSE_MS
    return true
  }
}
