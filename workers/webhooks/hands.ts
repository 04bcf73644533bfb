/** What is under way, so many at once, and so many of those for one endpoint. */
export class Hands {
  readonly #most: { inHand: number; perEndpoint: number }
  readonly #running = new Map<string, Promise<void>>()
  readonly #perEndpoint = new Map<string, number>()

  constructor(most: { inHand: number; perEndpoint: number }) {
    this.#most = most
  }

  get size(): number {
    return this.#running.size
  }

  /** How many more fit. */
  get free(): number {
    return Math.max(0, this.#most.inHand - this.#running.size)
  }

  has(id: string): boolean {
    return this.#running.has(id)
  }

  /** Starts `work`, which never rejects; false where there is no room, for anything or for this endpoint. */
  begin(id: string, endpoint: string, work: () => Promise<void>): boolean {
    const busy = this.#perEndpoint.get(endpoint) ?? 0
    if (this.free === 0 || busy >= this.#most.perEndpoint) return false
    this.#perEndpoint.set(endpoint, busy + 1)
    const running = Promise.resolve()
      .then(work)
      .finally(() => {
        this.#running.delete(id)
        const left = this.#perEndpoint.get(endpoint)! - 1
        if (left > 0) this.#perEndpoint.set(endpoint, left)
        else this.#perEndpoint.delete(endpoint)
      })
    this.#running.set(id, running)
    return true
  }

  /** Resolves when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values())
  }
}
