import type { RealtimeLimits } from '../limits.ts'

/** A token bucket: so many messages per second in the long run, `messageBurst` at once. In whole numbers, which take no room. */
export class MessageRate {
  readonly #limits: Pick<RealtimeLimits, 'messagesPerSecond' | 'messageBurst'>
  /** In thousandths of a message. */
  #left: number
  #at: number

  /** `now`: `performance.now()`. */
  constructor(limits: Pick<RealtimeLimits, 'messagesPerSecond' | 'messageBurst'>, now = performance.now()) {
    this.#limits = limits
    this.#left = limits.messageBurst * 1_000
    this.#at = Math.floor(now)
  }

  /** Takes one message; false when there are too many. */
  take(now = performance.now()): boolean {
    const { messagesPerSecond, messageBurst } = this.#limits
    const at = Math.floor(now)
    this.#left = Math.min(messageBurst * 1_000, this.#left + (at - this.#at) * messagesPerSecond)
    this.#at = at
    if (this.#left < 1_000) return false
    this.#left -= 1_000
    return true
  }
}
