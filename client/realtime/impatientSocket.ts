/**
 * The same class, whose sockets call `giveUp` where nobody has answered in time: a network that swallows what is sent says
 * nothing, and most systems wait for minutes.
 */
export function impatientSocket(Impl: typeof WebSocket, withinMs: number, giveUp: () => void): typeof WebSocket {
  return class extends Impl {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      const timer = setTimeout(() => {
        // Whoever gives up listens no more, and `ws` throws an error that nobody hears.
        this.addEventListener('error', () => undefined)
        giveUp()
      }, withinMs)
      for (const event of ['open', 'error', 'close']) this.addEventListener(event, () => clearTimeout(timer))
    }
  }
}
