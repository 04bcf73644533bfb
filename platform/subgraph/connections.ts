import { TLSSocket } from 'node:tls'
import { buildConnector, Pool } from 'undici'
import type { SubgraphAddress } from './subgraphAddress.ts'

export interface ConnectionOptions {
  /** To connect within. */
  timeoutMs: number
  /** At most, of HTTP/1.1. */
  connections: number
  /** Over HTTP/2: as the server agrees (ALPN) on `https:`, and by prior knowledge otherwise. */
  http2: boolean
}

/** Of HTTP/2: many requests share one; a second one, so that a lost packet does not hold up all of them. */
const CONNECTIONS = 2
/** Requests at once on one connection of HTTP/2, as far as the server allows. */
const STREAMS = 100

/**
 * Kept-alive connections to one address, by TCP, TLS or a unix socket. Timeouts of requests are their sender's.
 *
 * Of HTTP/1.1, a request that is over time takes its connection with it. A connection of HTTP/2 serves many, so it stays; but
 * where nothing at all was heard meanwhile it may be dead, and others are opened.
 */
export class Connections {
  readonly #open: () => Pool
  readonly #timeoutMs: number
  readonly #isShared: boolean
  #heardAt = 0
  #pool: Pool

  constructor(address: SubgraphAddress, options: ConnectionOptions) {
    this.#open = () => openPool(address, options)
    this.#timeoutMs = options.timeoutMs
    this.#isShared = options.http2
    this.#pool = this.#open()
  }

  get pool(): Pool {
    return this.#pool
  }

  /** To be called when an answer begins, where connections are shared. */
  heard(): void {
    this.#heardAt = performance.now()
  }

  /** To be called when a request was not answered in time. */
  expired(): void {
    if (!this.#isShared || performance.now() - this.#heardAt < this.#timeoutMs) return
    this.heard()
    const silent = this.#pool
    this.#pool = this.#open()
    // What still waits there ends with its own time.
    void silent.close()
  }

  /** Requests that are under way fail. */
  close(): Promise<void> {
    return this.#pool.destroy()
  }
}

function openPool(address: SubgraphAddress, options: ConnectionOptions): Pool {
  const { timeoutMs, connections, http2 } = options
  return new Pool(address.origin, {
    headersTimeout: 0,
    bodyTimeout: 0,
    ...(http2
      ? { connections: CONNECTIONS, pipelining: STREAMS, allowH2: true, connect: http2Connector(address, timeoutMs) }
      : {
          connections,
          connectTimeout: timeoutMs,
          ...(address.socketPath !== undefined && { socketPath: address.socketPath }),
        }),
  })
}

/** Connects to what speaks HTTP/2, and to nothing else: requests that share a connection of HTTP/1.1 would wait for each other. */
function http2Connector({ origin, socketPath }: SubgraphAddress, timeoutMs: number): buildConnector.connector {
  const isPlain = origin.startsWith('http:')
  const connect = buildConnector({
    allowH2: true,
    timeout: timeoutMs,
    ...(isPlain && { useH2c: true }),
    ...(socketPath !== undefined && { socketPath }),
  })
  return (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (!(socket instanceof TLSSocket) || socket.alpnProtocol === 'h2')
        return error ? callback(error, null) : callback(null, socket)
      socket.destroy()
      callback(new Error('The server speaks no HTTP/2, by which it is to be asked.'), null)
    })
}
