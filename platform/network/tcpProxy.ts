import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** A TCP connection that tests can cut, freeze and restore between Parley and a service, without hurting the service. */
export class TcpProxy {
  readonly port: number
  private readonly target: { host: string; port: number }
  private readonly sockets = new Set<Socket>()
  private server: Server

  private constructor(server: Server, target: { host: string; port: number }) {
    this.server = server
    this.port = (server.address() as AddressInfo).port
    this.target = target
    this.serve(server)
  }

  static async open(target: { host: string; port: number }): Promise<TcpProxy> {
    return new TcpProxy(await listen(0), target)
  }

  /** Breaks all connections and refuses new ones. */
  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }

  async restore(): Promise<void> {
    this.server = await listen(this.port)
    this.serve(this.server)
  }

  /** Connections stay open and carry nothing. */
  freeze(): void {
    for (const socket of this.sockets) socket.unpipe().pause()
  }

  async close(): Promise<void> {
    if (this.server.listening) await this.cut()
  }

  private serve(server: Server): void {
    server.on('connection', (near) => {
      const far = connect(this.target)
      for (const [socket, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(socket)
        socket
          .on('error', () => {})
          .on('close', () => {
            this.sockets.delete(socket)
            other.destroy()
          })
        socket.pipe(other)
      }
    })
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}
