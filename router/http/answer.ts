import type { ServerResponse } from 'node:http'
import type { Answer } from '../supergraph/index.ts'
import type { MediaType } from './mediaType.ts'

/** For errors of a request that never ran. Anything else is 400. */
const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  OVERLOADED: 503,
  UNAVAILABLE: 503,
}

/** A document or variables that are wrong: 200 for clients of plain JSON, as GraphQL over HTTP asks (6.4.1). */
const ofTheDocument = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_TOO_COMPLEX',
  'INVALID_INPUT',
])

/** The status of a GraphQL result (GraphQL over HTTP, 6.4): with data it is 200, whatever else went wrong. */
export function statusOf({ data, errors }: Answer, type: MediaType): number {
  if (data !== undefined || errors.length === 0) return 200
  const code = String(errors[0]?.extensions?.['code'])
  if (type === 'application/json' && ofTheDocument.has(code)) return 200
  return statuses[code] ?? 400
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  sendText(response, status, JSON.stringify(body), headers)
}

function sendText(response: ServerResponse, status: number, text: string, headers: Record<string, string>): void {
  const bytes = Buffer.from(text)
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-length': bytes.length,
      ...headers,
    })
    .end(bytes)
}

export function sendResult(
  response: ServerResponse,
  answer: Answer,
  type: MediaType,
  status = statusOf(answer, type),
): void {
  const retryAfterMs = answer.data === undefined ? answer.errors[0]?.extensions?.['retryAfterMs'] : undefined
  sendText(response, status, answer.body, {
    'content-type': `${type}; charset=utf-8`,
    vary: 'accept',
    ...(status === 401 ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {}),
    ...(typeof retryAfterMs === 'number' ? { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } : {}),
  })
}
