const maxConversations = 500

/**
 * The newest message that was on the screen, for each conversation, on this device. The server keeps no read positions
 * for the time being; where it does, they take this place.
 */
export class Seen {
  readonly #key: string
  readonly #storage: Storage
  readonly #listeners = new Set<() => void>()
  #seqs: ReadonlyMap<string, number>

  constructor(storage: Storage, userId: string) {
    this.#storage = storage
    this.#key = `parley.seen.${userId}`
    this.#seqs = this.#load()
  }

  readonly current = (): ReadonlyMap<string, number> => this.#seqs

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  mark(conversationId: string, seq: number): void {
    if (seq <= (this.#seqs.get(conversationId) ?? -1)) return
    const others = [...this.#seqs].filter(([id]) => id !== conversationId).slice(1 - maxConversations)
    this.#seqs = new Map([...others, [conversationId, seq]])
    try {
      this.#storage.setItem(this.#key, JSON.stringify([...this.#seqs]))
    } catch {
      // Storage full or switched off: known as long as the page lives.
    }
    for (const listener of [...this.#listeners]) listener()
  }

  /** To be called with the window's `storage` events: read in another tab is read. */
  readonly onStorage = ({ key }: Pick<StorageEvent, 'key'>): void => {
    if (key !== this.#key) return
    this.#seqs = this.#load()
    for (const listener of [...this.#listeners]) listener()
  }

  #load(): ReadonlyMap<string, number> {
    try {
      const entries: unknown = JSON.parse(this.#storage.getItem(this.#key) ?? '[]')
      return new Map(Array.isArray(entries) ? (entries as [string, number][]) : [])
    } catch {
      return new Map()
    }
  }
}
