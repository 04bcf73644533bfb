import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import WebSocket, { WebSocketServer } from 'ws'

/** A server of graphql-ws whose every subscription is told of a tick when a test says so. */
export class TickServer {
  readonly url: string
  /** What each socket said of itself, in order. */
  readonly inits: Record<string, unknown>[] = []
  /** The subscriptions, over all sockets. */
  readonly subscribed: { id: string; variables: { after: number | null }; socket: WebSocket }[] = []
  readonly #server: WebSocketServer

  private constructor(server: WebSocketServer) {
    this.#server = server
    this.url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
    server.on('connection', (socket) => this.#serve(socket))
  }

  static async start(): Promise<TickServer> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
    await once(server, 'listening')
    return new TickServer(server)
  }

  /** To those who are subscribed now. */
  tick(rev: number): void {
    for (const { id, socket } of this.subscribed) {
      if (socket.readyState !== WebSocket.OPEN) continue
      socket.send(JSON.stringify({ id, type: 'next', payload: { data: { ticks: { rev } } } }))
    }
  }

  /** Sockets that are open. */
  get open(): number {
    return this.#server.clients.size
  }

  /** Breaks all sockets. */
  cut(): void {
    for (const socket of this.#server.clients) socket.terminate()
  }

  /** Breaks all sockets, and takes none any more. */
  async stop(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #serve(socket: WebSocket): void {
    socket.on('message', (data) => {
      const { type, id, payload } = JSON.parse(String(data))
      if (type === 'ping') socket.send('{"type":"pong"}')
      if (type === 'connection_init') {
        this.inits.push(payload)
        socket.send('{"type":"connection_ack"}')
      }
      if (type === 'subscribe') this.subscribed.push({ id, variables: payload.variables, socket })
    })
  }
}
