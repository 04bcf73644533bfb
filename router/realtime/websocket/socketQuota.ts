/** Counts the sockets of each key (a user, an address) and refuses more than the limit. */
export class SocketQuota {
  readonly #limit: number
  readonly #counts = new Map<string, number>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** False when this key has as many as it may have; else `leave` is due once. */
  enter(key: string): boolean {
    const count = this.#counts.get(key) ?? 0
    if (count >= this.#limit) return false
    this.#counts.set(key, count + 1)
    return true
  }

  leave(key: string): void {
    const count = this.#counts.get(key)
    if (count === undefined) return
    if (count === 1) this.#counts.delete(key)
    else this.#counts.set(key, count - 1)
  }
}
