import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { GRAPHQL_TRANSPORT_WS_PROTOCOL, handleProtocols } from 'graphql-ws'
import { WebSocketServer, type Server as SocketsServer, type ServerOptions } from 'ws'
import { mayOpenSocket, type AllowedOrigins } from '../../http/cors.ts'
import { closings, type Closing } from './closeCodes.ts'
import { Connection } from './connection.ts'
import { drain } from './drain.ts'
import { HeardSocket } from './heardSocket.ts'
import { Heartbeat } from './heartbeat.ts'
import type { RealtimeParts } from './parts.ts'
import { bearerOf } from './session.ts'

export interface SocketServerOptions {
  path: string
  /** The client's address, where it is not that of the connection: behind a proxy. */
  addressOf: (request: IncomingMessage) => string | undefined
  /** Pages of which origins may open sockets. */
  origins: AllowedOrigins
}

/** Options of `ws` that its types lack. */
interface NewerOptions {
  closeTimeout: number
  maxFragments: number
  maxBufferedChunks: number
}

/** Takes the upgrades of an HTTP server. */
export class SocketServer {
  readonly #parts: RealtimeParts
  readonly #options: SocketServerOptions
  readonly #sockets: SocketsServer<typeof HeardSocket>
  readonly #connections = new Set<Connection>()
  readonly #heartbeat: Heartbeat
  readonly #idleTimer: NodeJS.Timeout
  readonly #stuckTimer: NodeJS.Timeout
  /** Messages that were unfinished when that was last looked at: few, so no socket holds a place for its own. */
  #unfinished = new Map<Connection, readonly Buffer[]>()
  #closing: Promise<void> | undefined

  constructor(server: Server, parts: RealtimeParts, options: SocketServerOptions) {
    const { limits } = parts
    this.#parts = parts
    this.#options = options
    this.#heartbeat = new Heartbeat(limits.keepAliveMs)
    this.#idleTimer = setInterval(() => this.#closeIdle(), Math.min(limits.idleMs / 4, 30_000)).unref()
    this.#stuckTimer = setInterval(() => this.#closeStuck(), limits.messageMs).unref()
    parts.hub.onDelay(() => this.#connections.forEach((connection) => connection.tellDelay()))
    const settings: ServerOptions<typeof HeardSocket> & NewerOptions = {
      noServer: true,
      WebSocket: HeardSocket,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: limits.messageBytes,
      maxFragments: limits.messagePieces,
      maxBufferedChunks: limits.messagePieces,
      closeTimeout: limits.closeTimeoutMs,
      handleProtocols,
    }
    this.#sockets = new WebSocketServer(settings)
    server.on('upgrade', (request, stream, head) => this.#upgrade(request, stream, head))
  }

  /** Takes no more sockets and lets go of those there are. Safe to call twice. */
  close(): Promise<void> {
    this.#closing ??= this.#drain()
    return this.#closing
  }

  #upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    if (request.url?.split('?', 1)[0] !== this.#options.path) return refuse(stream, '404 Not Found')
    if (!mayOpenSocket(request, this.#options.origins)) return refuse(stream, '403 Forbidden')
    if (this.#closing) return refuse(stream, '503 Service Unavailable', 'Retry-After: 1')
    this.#sockets.handleUpgrade(request, stream, head, (socket) => this.#opened(socket, stream, request))
  }

  #opened(socket: HeardSocket, stream: Duplex, request: IncomingMessage): void {
    const address = this.#options.addressOf(request)
    const refusal = this.#refusal(socket, address)
    if (refusal) return this.#turnAway(socket, refusal)

    const origin = { address, userAgent: request.headers['user-agent'] }
    const connection = new Connection({ socket, stream, origin }, this.#parts, this.#closed)
    connection.session.offered = bearerOf(request.headers)
    this.#connections.add(connection)
    this.#heartbeat.watch(connection)
    this.#parts.metrics.connections.inc()
  }

  /** One for all connections. */
  readonly #closed = (connection: Connection, code: number): void => {
    const { addresses, metrics } = this.#parts
    const { address } = connection.session.origin
    this.#connections.delete(connection)
    this.#heartbeat.forget(connection)
    metrics.connections.dec()
    metrics.closed(code)
    if (address !== undefined) addresses.leave(address)
  }

  /** Why this socket may not stay; where it may, it has taken a place of its address. */
  #refusal({ protocol }: HeardSocket, address: string | undefined): Closing | undefined {
    const { addresses, limits } = this.#parts
    if (protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) return closings.subprotocol
    if (this.#connections.size >= limits.sockets) return closings.tryAgainLater
    return address === undefined || addresses.enter(address) ? undefined : closings.tooManySockets
  }

  #turnAway(socket: HeardSocket, { code, reason }: Closing): void {
    socket.on('error', () => undefined)
    // For what it was, whatever the client makes of it.
    socket.on('close', () => this.#parts.metrics.closed(code))
    socket.close(code, reason)
  }

  #closeIdle(): void {
    const now = performance.now()
    for (const connection of this.#connections) connection.closeIfIdle(now)
  }

  /** Closes those on which the same message is unfinished as when this was last called. */
  #closeStuck(): void {
    const before = this.#unfinished
    this.#unfinished = new Map()
    for (const connection of this.#connections) {
      const { unfinished } = connection
      if (!unfinished) continue
      if (before.get(connection) === unfinished) connection.close(closings.unfinishedMessage)
      else this.#unfinished.set(connection, unfinished)
    }
  }

  async #drain(): Promise<void> {
    await drain(this.#connections, this.#parts.limits)
    this.#heartbeat.close()
    clearInterval(this.#idleTimer)
    clearInterval(this.#stuckTimer)
  }
}

function refuse(stream: Duplex, status: string, ...headers: string[]): void {
  // A client that leaves its own side open would keep the connection for ever.
  stream.on('error', () => stream.destroy()).once('finish', () => stream.destroy())
  stream.end([`HTTP/1.1 ${status}`, 'Connection: close', 'Content-Length: 0', ...headers, '', ''].join('\r\n'))
}
