import type { Logger } from '../telemetry/index.ts'

/** Lines about one subgraph at most: one for each so many milliseconds. */
const QUIET_MS = 10_000

/**
 * Tells the log that a subgraph does not answer: at once, then now and then how often, and when it answers again. A line says
 * why in a few words: under load there may be thousands of failures a second, all of one reason.
 */
export class Outage {
  readonly #url: string
  readonly #logger: Logger
  readonly #now: () => number
  #toldAt = -Infinity
  #failures = 0
  #isTold = false

  constructor(url: string, logger: Logger, now: () => number = () => performance.now()) {
    this.#url = url
    this.#logger = logger
    this.#now = now
  }

  failed(cause: unknown, requestId?: string): void {
    this.#failures++
    const now = this.#now()
    if (now - this.#toldAt < QUIET_MS) return
    const line = { url: this.#url, reason: reasonOf(cause), failures: this.#failures, requestId }
    this.#logger.warn(line, 'a subgraph did not answer')
    this.#toldAt = now
    this.#failures = 0
    this.#isTold = true
  }

  succeeded(): void {
    if (!this.#isTold) return
    this.#isTold = false
    this.#logger.info({ url: this.#url, failures: this.#failures }, 'a subgraph answers again')
    this.#failures = 0
  }
}

/** In one line. An error of several addresses (`AggregateError`) has no text of its own. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors.length > 0) return reasonOf(cause.errors[0])
  if (!(cause instanceof Error)) return 'unknown'
  const inner: unknown = cause.message === '' ? cause.cause : undefined
  return inner === undefined ? (cause.message || cause.name).slice(0, 300) : reasonOf(inner)
}
