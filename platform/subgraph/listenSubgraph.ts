import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { UnderWay } from '../collections/underWay.ts'
import { createHealthHandler } from '../telemetry/index.ts'
import type { Checks, Logger, Metrics } from '../telemetry/index.ts'
import { HttpRefusal, readRequest } from './requestBody.ts'
import { sendResult } from './sendResult.ts'
import { servePlain } from './servePlain.ts'
import type { Subgraph } from './subgraph.ts'

export interface ListenOptions {
  /** 0 takes any free port. */
  port: number
  /** Undefined: all interfaces. */
  host?: string | undefined
  /** The public keys of access tokens, where this subgraph issues them. */
  jwks?: () => Promise<object>
  checks: Checks
  metrics: Metrics
  logger: Logger
  /** How long requests in progress may take once the server is closed, in milliseconds. */
  drainMs?: number
}

export interface SubgraphServer {
  readonly port: number
  /** Takes no new requests, and resolves when those in progress are answered, or `drainMs` later. */
  close(): Promise<void>
}

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Serves a subgraph over HTTP: POST /graphql, /health/live, /health/ready, /metrics, /.well-known/jwks.json where there are
 * keys, and what it answers itself (`pass`). For routers and other subgraphs, not for the public. Rejects when the port is taken.
 */
export async function listenSubgraph(subgraph: Subgraph, options: ListenOptions): Promise<SubgraphServer> {
  const answersHealth = createHealthHandler(options)
  const routes: Record<string, { method: string; handle: Handle }> = {
    '/graphql': { method: 'POST', handle: graphql(subgraph) },
  }
  const { jwks } = options
  if (jwks) {
    const handle: Handle = async (_request, response) =>
      send(response, 200, await jwks(), { 'cache-control': 'max-age=60' })
    routes['/.well-known/jwks.json'] = { method: 'GET', handle }
  }

  const open = new UnderWay<ServerResponse>()
  const server = createServer((request, response) => {
    const place = open.add(response)
    response.once('close', () => place.leave())
    if (answersHealth(request, response)) return
    route(routes, subgraph, request, response).catch((error: unknown) => fail(error, response, options.logger))
  })
  // Longer than clients keep an idle connection, so that a request never meets a connection that is being closed.
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closeServer(server, open, options.drainMs ?? 10_000),
  }
}

async function route(
  routes: Record<string, { method: string; handle: Handle }>,
  subgraph: Subgraph,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').split('?')[0] ?? ''
  const found = Object.hasOwn(routes, path) ? routes[path] : undefined
  if (!found && subgraph.pass) return servePlain(subgraph.pass, request, response, senderOf(request))
  if (!found) throw new HttpRefusal(404, 'NOT_FOUND', 'There is nothing at this address.')
  if (request.method !== found.method) {
    response.setHeader('allow', found.method)
    throw new HttpRefusal(405, 'METHOD_NOT_ALLOWED', `Use ${found.method} here.`)
  }
  await found.handle(request, response)
}

const graphql =
  (subgraph: Subgraph): Handle =>
  async (request, response) => {
    const asked = await readRequest(request)
    const userAgent = request.headers['user-agent']
    const result = await subgraph.execute({
      ...asked,
      ...senderOf(request),
      ...(userAgent ? { userAgent: userAgent.slice(0, 512) } : {}),
    })
    await sendResult(request, response, result)
  }

/** Who sent it, as the router says. */
function senderOf({ headers, socket }: IncomingMessage) {
  return {
    ...(headers.authorization ? { authorization: headers.authorization } : {}),
    address: (text(headers['x-forwarded-for'])?.split(',')[0]?.trim() || socket.remoteAddress || '').slice(0, 64),
    ...(headers['traceparent'] ? { traceparent: text(headers['traceparent'])!.slice(0, 64) } : {}),
    ...(headers['x-request-id'] ? { requestId: text(headers['x-request-id'])!.slice(0, 128) } : {}),
  }
}

const text = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header)

function fail(error: unknown, response: ServerResponse, logger: Logger): void {
  if (response.headersSent) return void response.destroy()
  if (!(error instanceof HttpRefusal)) {
    // A client that went away in the middle of its request is no fault of ours.
    if (response.destroyed) return
    logger.error({ error }, 'a request failed')
  }
  const { status, code, message } =
    error instanceof HttpRefusal
      ? error
      : { status: 500, code: 'INTERNAL', message: 'Something went wrong on our side.' }
  // What is left of a refused body is not read: the connection cannot be used again.
  response.setHeader('connection', 'close')
  send(response, status, { errors: [{ message, extensions: { code, retriable: false } }] })
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
      ...headers,
    })
    .end(bytes)
}

function closeServer(server: Server, open: UnderWay<ServerResponse>, drainMs: number): Promise<void> {
  // Else a kept-alive connection would stay open after its last answer.
  for (const response of open.values()) if (!response.headersSent) response.setHeader('connection', 'close')
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), drainMs)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}
