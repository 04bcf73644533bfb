import { WebSocket, type RawData } from 'ws'

/** Who hears a socket. */
export interface SocketListener {
  /** It has answered a ping. */
  answered: boolean
  receive(data: RawData, isBinary: boolean): void
  failed(cause: Error): void
  closed(code: number): void
}

/** `ws` tells nobody of the pieces that it keeps; with each message it begins another list. */
interface Receiving {
  _receiver?: { _fragments: readonly Buffer[] }
}

/** A WebSocket that knows who hears it, so that all share their listeners: those of its own would be a tenth of what it holds. */
export class HeardSocket extends WebSocket {
  listener: SocketListener | undefined

  /** To be called once. */
  hearBy(listener: SocketListener): void {
    this.listener = listener
    this.on('message', onMessage).on('error', onError).on('close', onClose).on('pong', onPong)
  }

  /**
   * What has come of a message in pieces whose last is still to come: the same list until it is whole. Of one that comes in a
   * single frame nothing: that is the heartbeat's, since no pong can come in between.
   */
  get unfinished(): readonly Buffer[] | undefined {
    const pieces = (this as unknown as Receiving)._receiver?._fragments
    return pieces && pieces.length > 0 ? pieces : undefined
  }
}

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  listenerOf(this)?.receive(data, isBinary)
}

function onError(this: WebSocket, cause: Error): void {
  listenerOf(this)?.failed(cause)
}

function onClose(this: WebSocket, code: number): void {
  listenerOf(this)?.closed(code)
}

function onPong(this: WebSocket): void {
  const listener = listenerOf(this)
  if (listener) listener.answered = true
}

const listenerOf = (socket: WebSocket) => (socket as HeardSocket).listener
