import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { Server as NetServer, type AddressInfo } from 'node:net'
import { UnderWay } from '../../platform/collections/underWay.ts'
import { Deadlines } from '../../platform/time/deadlines.ts'

/** Milliseconds for what a client may take its time with. */
const times = { headers: 10_000, request: 30_000, upload: 3_600_000, keepAlive: 65_000 }

export interface HttpServer {
  readonly server: Server
  /** Takes no new connections; resolves when the answers in progress are written, or `drainMs` later. */
  close(drainMs: number): Promise<void>
}

/**
 * A server that lets slow and silent clients go. It keeps connections longer than load balancers do, so that these never
 * meet one that is being closed.
 */
export function createHttpServer(handle: RequestListener): HttpServer {
  const options = { headersTimeout: times.headers, requestTimeout: times.upload, shouldUpgradeCallback: isWebSocket }
  const deadlines = new Deadlines(times.request)
  const open = new UnderWay<ServerResponse>()
  const server = createServer(options, (request, response) => {
    const place = open.add(response)
    response.once('close', () => place.leave())
    if (!server.listening) response.setHeader('connection', 'close')
    // The body of a PUT is a file, which takes as long as the line takes; what passes it on gives it up when it stands still.
    if (request.method !== 'PUT') limitTime(request, deadlines)
    handle(request, response)
  })
  server.keepAliveTimeout = times.keepAlive
  return { server, close: (drainMs) => closeServer(server, open, drainMs) }
}

/**
 * Whoever asks for another protocol than WebSocket is answered in this one (RFC 9110, 7.8): `h2c` is asked for by the JDK's
 * client and by `curl --http2`, with each first request to an address without TLS.
 */
const isWebSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket'

function limitTime(request: IncomingMessage, deadlines: Deadlines): void {
  const waiting = deadlines.add(() => void (request.complete || request.destroy()))
  request.once('close', () => waiting.leave())
}

/** Resolves with the port once the server listens; rejects when the port is taken. */
export async function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return (server.address() as AddressInfo).port
}

const SWEEP_MS = 50

async function closeServer(server: Server, open: UnderWay<ServerResponse>, drainMs: number): Promise<void> {
  // So that clients do not send another request into the end of their connection.
  for (const response of open.values()) if (!response.headersSent) response.setHeader('connection', 'close')
  const closed = new Promise((resolve) => server.once('close', resolve))
  // That of HTTP would at once close what it takes for idle: also connections on which an answer is still being taken.
  NetServer.prototype.close.call(server)
  const sweeping = setInterval(() => {
    if (!open.values().some(isBeingTaken)) server.closeIdleConnections()
  }, SWEEP_MS)
  const timer = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearTimeout(timer)
  clearInterval(sweeping)
  server.close()
}

/** All of it is written, and its client has not taken all of it. */
const isBeingTaken = ({ writableEnded, writableFinished }: ServerResponse): boolean =>
  writableEnded && !writableFinished
