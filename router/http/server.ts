import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Deadlines } from '../../platform/time/deadlines.ts'

/** Milliseconds for what a client may take its time with. */
const times = { headers: 10_000, request: 30_000, upload: 3_600_000, keepAlive: 65_000 }

/**
 * A server that lets slow and silent clients go. It keeps connections longer than load balancers do, so that these never
 * meet one that is being closed.
 */
export function createHttpServer(handle: RequestListener): Server {
  const options = { headersTimeout: times.headers, requestTimeout: times.upload, shouldUpgradeCallback: isWebSocket }
  const deadlines = new Deadlines(times.request)
  const server = createServer(options, (request, response) => {
    if (!server.listening) response.setHeader('connection', 'close')
    // The body of a PUT is a file, which takes as long as the line takes; what passes it on gives it up when it stands still.
    if (request.method !== 'PUT') limitTime(request, deadlines)
    handle(request, response)
  })
  server.keepAliveTimeout = times.keepAlive
  return server
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

/** Takes no new connections; resolves when the answers in progress are written, or `drainMs` later. */
export async function closeServer(server: Server, drainMs: number): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), drainMs)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(timer)
}
