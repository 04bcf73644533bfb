import type { IncomingMessage, ServerResponse } from 'node:http'

/** `*`: pages of any origin may call; they hold the token, there are no cookies to ride on. Else the origins listed. */
export type AllowedOrigins = '*' | readonly string[]

const METHODS = 'GET, HEAD, POST, PUT, OPTIONS'
const DAY_S = 86_400

/** Answers the browser's question which pages may call. True: it was a preflight, and is answered. */
export function answerCors(request: IncomingMessage, response: ServerResponse, allowed: AllowedOrigins): boolean {
  const { origin } = request.headers
  if (allowed !== '*') response.appendHeader('vary', 'origin')
  if (origin !== undefined && (allowed === '*' || allowed.includes(origin))) {
    response.setHeader('access-control-allow-origin', allowed === '*' ? '*' : origin)
    response.setHeader(
      'access-control-expose-headers',
      'x-request-id, x-operation-cost, ratelimit, ratelimit-policy, retry-after',
    )
  }
  if (request.method !== 'OPTIONS') return false
  if (response.hasHeader('access-control-allow-origin')) {
    const asked = request.headers['access-control-request-headers']
    response.setHeader('access-control-allow-methods', METHODS)
    response.setHeader('access-control-max-age', String(DAY_S))
    if (asked) response.setHeader('access-control-allow-headers', asked)
  }
  response.writeHead(204, { allow: METHODS }).end()
  return true
}

/**
 * May the page that opens this WebSocket do so? Browsers ask nobody before, so the same is answered here: its origin is one of those
 * listed, or that of the router itself, under the name by which the client or a proxy knows it. What is no browser tells no origin.
 */
export function mayOpenSocket({ headers }: IncomingMessage, allowed: AllowedOrigins): boolean {
  const { origin } = headers
  if (origin === undefined || allowed === '*' || allowed.includes(origin)) return true
  if (!URL.canParse(origin)) return false
  // No page can send these headers with a handshake, so they are what a proxy says.
  return [headers.host, headers['x-forwarded-host']].includes(new URL(origin).host)
}
