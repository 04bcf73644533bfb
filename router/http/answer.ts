import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from '../supergraph/index.ts'
import { compress, encodingFor } from './compress.ts'
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
  'OPERATION_TOO_EXPENSIVE',
  'OPERATION_NOT_TRUSTED',
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
  send(response, status, JSON.stringify(body), headers)
}

/** A text goes out together with its head, in one piece. One of ASCII alone is not encoded again. */
function send(response: ServerResponse, status: number, body: string | Buffer, headers: Record<string, string>): void {
  const length = Buffer.byteLength(body)
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-length': length,
      ...headers,
    })
    .end(body, length === body.length ? 'latin1' : 'utf8')
}

/** Answers one operation. Nobody may listen any more. */
export function sendResult(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  type: MediaType,
  status = statusOf(answer, type),
): Promise<void> {
  const retryAfterMs = answer.data === undefined ? answer.errors[0]?.extensions?.['retryAfterMs'] : undefined
  return sendGraphql(request, response, status, answer.body, {
    ...answer.headers,
    'content-type': `${type}; charset=utf-8`,
    ...(status === 401 ? { 'www-authenticate': 'Bearer error="invalid_token"' } : {}),
    ...(typeof retryAfterMs === 'number' ? { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) } : {}),
  })
}

/** Answers several, in their order. Each may have gone another way: the status is 200 for all of them. */
export function sendBatch(
  request: IncomingMessage,
  response: ServerResponse,
  answers: readonly Answer[],
): Promise<void> {
  return sendGraphql(request, response, 200, `[${answers.map(({ body }) => body).join()}]`, {})
}

async function sendGraphql(
  { headers: asked }: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  headers: Record<string, string>,
): Promise<void> {
  if (response.destroyed) return
  const all: Record<string, string> = { vary: 'accept, accept-encoding', ...headers }
  const encoding = encodingFor(text, asked['accept-encoding'] as string | undefined)
  if (!encoding) return send(response, status, text, all)
  const bytes = await compress(text, encoding)
  if (!response.destroyed) send(response, status, bytes, { ...all, 'content-encoding': encoding })
}
