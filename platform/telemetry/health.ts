/**
 * What an operator's tools ask every process: `/health/live`, `/health/ready` and `/metrics`.
 * The handler fits any node:http server; workers, which have none, get one from `startHealthServer`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import type { Metrics } from './createMetrics.ts'
import { runChecks, type Checks } from './runChecks.ts'

export interface HealthOptions {
  /** By name; a check that rejects, or takes longer than `timeoutMs`, makes the process not ready. */
  checks: Checks
  /** Told beside the checks; it decides nothing. */
  facts?: () => Promise<Record<string, unknown>>
  metrics: Metrics
  logger: Logger
  /** Default 2000. */
  timeoutMs?: number
}

/** Answers true when the request was one of the three; the response is then being written. */
export type HealthHandler = (request: IncomingMessage, response: ServerResponse) => boolean

export function createHealthHandler({
  checks,
  facts,
  metrics,
  logger,
  timeoutMs = 2000,
}: HealthOptions): HealthHandler {
  const routes: Record<string, (response: ServerResponse) => Promise<void> | void> = {
    '/health/live': (response) => answer(response, 200, { live: true }),
    '/health/ready': async (response) => {
      const [{ ready, results, failures }, told] = await Promise.all([runChecks(checks, timeoutMs), facts?.()])
      // The answer is public: it says which check failed; why it failed goes to the log.
      for (const [check, error] of failures) logger.warn({ check, error }, 'a readiness check failed')
      answer(response, ready ? 200 : 503, { ready, checks: results, ...told })
    },
    '/metrics': async (response) => {
      const text = await metrics.metrics()
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text)
    },
  }
  return (request, response) => {
    const route = request.method === 'GET' ? routes[(request.url ?? '').split('?')[0] ?? ''] : undefined
    if (!route) return false
    Promise.resolve(route(response)).catch((error: unknown) => {
      logger.error({ error }, 'a health answer failed')
      response.destroy()
    })
    return true
  }
}

export interface HealthServer {
  readonly port: number
  close(): Promise<void>
}

/** Listens until closed; resolves once it does. Rejects when the port is taken. */
export async function startHealthServer(
  options: HealthOptions & { port: number; host?: string | undefined },
): Promise<HealthServer> {
  const handle = createHealthHandler(options)
  const server = createServer((request, response) => {
    if (!handle(request, response)) answer(response, 404, { error: 'not found' })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body))
}
