import { tellAll } from '../tellAll.ts'

/** `idle`: nothing needs the socket. `waiting`: it was lost and comes back by itself. */
export type ConnectionStatus = 'idle' | 'connecting' | 'connected' | 'waiting'

/** Whether the live connection stands, for those who show it. */
export class Connection {
  /** How the socket fares. */
  #status: ConnectionStatus = 'idle'
  /** What was told last. */
  #shown: ConnectionStatus = 'idle'
  /** Those who need it, also between their tries; undefined until somebody says so. */
  #needs: Set<object> | undefined
  readonly #listeners = new Set<() => void>()

  /** Fit for useSyncExternalStore, with `subscribe`. */
  readonly current = (): ConnectionStatus => this.#shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Calls back each time the connection stands again: whoever waits to try something may do so now. */
  readonly onConnected = (listener: () => void): (() => void) =>
    this.subscribe(() => {
      if (this.#shown === 'connected') listener()
    })

  /** For whoever holds the socket: {@link openSocket}. */
  set(status: ConnectionStatus): void {
    // A lost connection stays lost in the reader's eyes until it stands again: no flicker between tries.
    if (status === 'connecting' && this.#status === 'waiting') return
    this.#status = status
    this.#show()
  }

  /**
   * For whoever comes back over a lost connection, as {@link follow} does: it is needed from now on until what this gives is called.
   * A connection that was lost is `waiting` only as long as somebody needs it.
   */
  need(): () => void {
    this.#needs ??= new Set()
    const need = {}
    this.#needs.add(need)
    this.#show()
    return () => {
      if (this.#needs?.delete(need)) this.#show()
    }
  }

  #show(): void {
    const isMissed = this.#needs === undefined || this.#needs.size > 0
    const shown = this.#status === 'waiting' && !isMissed ? 'idle' : this.#status
    if (shown === this.#shown) return
    this.#shown = shown
    tellAll(this.#listeners)
  }
}
