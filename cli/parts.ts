import type { Logger } from 'pino'

/** Parts that are made when they are first asked for, once, and closed in the reverse order. */
export class Parts {
  readonly #logger: Logger
  readonly #made = new Map<string, unknown>()
  readonly #closers: (() => Promise<unknown>)[] = []

  constructor(logger: Logger) {
    this.#logger = logger
  }

  /** The part under this name, or the promise of it. */
  once<T extends Closable | Promise<Closable>>(name: string, make: () => T): T {
    if (!this.#made.has(name)) {
      const part = make()
      this.#made.set(name, part)
      // One that could not be made was told to whoever asked for it, and leaves nothing to close.
      this.onClose(async () => (await Promise.resolve(part).catch(() => undefined))?.close())
    }
    return this.#made.get(name) as T
  }

  onClose(close: () => Promise<unknown>): void {
    this.#closers.push(close)
  }

  async close(): Promise<void> {
    // Emptied, so that a second call (a signal during a start that failed) has nothing left to close.
    for (const close of this.#closers.splice(0).reverse())
      await close().catch((error) => this.#logger.error({ err: error }, 'closing'))
  }
}

interface Closable {
  close(): Promise<unknown>
}
