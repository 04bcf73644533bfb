/** `idle`: nothing needs the socket. `waiting`: it was lost and comes back by itself. */
export type ConnectionStatus = 'idle' | 'connecting' | 'connected' | 'waiting'

/** Whether the live connection stands, for those who show it. */
export class Connection {
  #status: ConnectionStatus = 'idle'
  readonly #listeners = new Set<() => void>()

  /** Fit for useSyncExternalStore, with `subscribe`. */
  readonly current = (): ConnectionStatus => this.#status

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back each time the connection stands again: whoever waits to try something may do so now. */
  readonly onConnected = (listener: () => void): (() => void) =>
    this.subscribe(() => {
      if (this.#status === 'connected') listener()
    })

  /** For whoever holds the socket: {@link openSocket}. */
  set(status: ConnectionStatus): void {
    // A lost connection stays lost in the reader's eyes until it stands again: no flicker between tries.
    if (status === this.#status || (status === 'connecting' && this.#status === 'waiting')) return
    this.#status = status
    for (const listener of [...this.#listeners]) listener()
  }
}
