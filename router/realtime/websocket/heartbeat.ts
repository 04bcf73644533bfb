import type { WebSocket } from 'ws'

/** Rounds in which all sockets get their turn, so that not all are pinged in the same moment. */
const slices = 8

/** Pings every socket once per interval and cuts off those that have not answered by the next time. One timer for all. */
export class Heartbeat {
  readonly #slices: Map<WebSocket, boolean>[] = Array.from({ length: slices }, () => new Map())
  readonly #timer: NodeJS.Timeout
  #turn = 0
  #added = 0

  constructor(intervalMs: number) {
    this.#timer = setInterval(() => this.#beat(this.#slices[this.#turn++ % slices]!), intervalMs / slices).unref()
  }

  /** Until `forget`. */
  watch(socket: WebSocket): void {
    const answered = this.#slices[this.#added++ % slices]!
    answered.set(socket, true)
    socket.on('pong', () => answered.set(socket, true))
  }

  forget(socket: WebSocket): void {
    for (const answered of this.#slices) if (answered.delete(socket)) return
  }

  close(): void {
    clearInterval(this.#timer)
  }

  #beat(answered: Map<WebSocket, boolean>): void {
    for (const [socket, hasAnswered] of answered) {
      if (!hasAnswered) socket.terminate()
      else if (socket.readyState === socket.OPEN) {
        answered.set(socket, false)
        socket.ping()
      }
    }
  }
}
