import type { ApiError } from '../errors/apiError.ts'
import { backOffMs } from './backOff.ts'
import { pause, type OnWake } from './wake.ts'

/** A connection that held for so long was a good one: after its loss, waits begin short again. */
export const heldMs = 5_000

/** How long to wait before try number `attempt` (0 is the first one again): not before the server said, and not all at once. */
export const waitMs = ({ retryAfterMs = 0 }: ApiError, attempt: number): number => retryAfterMs + backOffMs(attempt)

/**
 * How soon a lost socket is opened again: for all of its subscriptions together, since each waiting by itself would knock as often
 * as there are subscriptions.
 */
export class Pace {
  readonly #onWake: OnWake
  readonly #stopped = new AbortController()
  #failures = 0
  #openedAt: number | undefined
  #turn: Promise<void> = Promise.resolve()

  constructor(onWake: OnWake) {
    this.#onWake = onWake
  }

  /** Resolves when it is time for the next try. */
  turn(): Promise<void> {
    return this.#turn
  }

  /** The socket stands. */
  opened(): void {
    this.#openedAt = Date.now()
  }

  /** Something came over it: it is good. */
  heard(): void {
    this.#failures = 0
  }

  /** It was lost, or could not be opened. */
  lost(error: ApiError): void {
    if (this.#openedAt !== undefined && Date.now() - this.#openedAt > heldMs) this.#failures = 0
    this.#openedAt = undefined
    this.#turn = pause(waitMs(error, this.#failures++), this.#onWake, this.#stopped.signal)
  }

  /** Nobody waits any more. */
  stop(): void {
    this.#stopped.abort()
  }

  isStopped(): boolean {
    return this.#stopped.signal.aborted
  }
}
