const PREFIX = 'conversation:'
const MOST = 500

/** Conversations in which something has happened since the last look. More than fit are found by the next look at all. */
export class Woken {
  readonly #ids = new Set<string>()

  /** @param topic  that of an event */
  add(topic: string): void {
    if (topic.startsWith(PREFIX) && this.#ids.size < MOST) this.#ids.add(topic.slice(PREFIX.length))
  }

  /** All of them; they are forgotten. */
  take(): string[] {
    const taken = [...this.#ids]
    this.#ids.clear()
    return taken
  }
}
