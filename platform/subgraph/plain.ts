import type { Readable } from 'node:stream'

/**
 * Plain HTTP beside GraphQL, for what GraphQL is no shape for: streams, and addresses that others post to. A router passes it
 * through to a subgraph and knows of it only what `PassThrough` says.
 */
export interface PlainRequest {
  method: string
  /** Path and query, as the client wrote them. */
  url: string
  /** By name in lower case: those of `passedOn` that the client sent. */
  headers: Readonly<Record<string, string>>
  /** The whole body; empty where there is none, and that of a PUT, which is `stream`. */
  body: Buffer
  /** The body of a PUT as it comes, at most as long as its prefix allows. Whoever answers need not read it to its end. */
  stream?: Readable
  /** The `Authorization` header of the viewer. The subgraph verifies it itself. */
  authorization?: string
  /** The client's address, for rate limits. */
  address?: string
  requestId?: string
  /** Its place in a trace (https://www.w3.org/TR/trace-context/). */
  traceparent?: string
  /** Aborted when the client goes away. */
  signal: AbortSignal
}

export interface PlainReply {
  status: number
  headers: Readonly<Record<string, string>>
  /** A stream is read no faster than the client takes it, and destroyed when the client goes away. */
  body: Buffer | Readable
}

export type PlainHandler = (request: PlainRequest) => Promise<PlainReply>

/** A part of the public door's addresses that a subgraph answers itself. Declared by the subgraph, handed over by `cli/`. */
export interface PassThrough {
  /** What the path begins with: `/export/`. */
  prefix: string
  methods: readonly string[]
  /** Bytes of a request's body. That of a PUT is a stream, which is never whole in memory; any other is held. */
  bodyLimitBytes: number
  /** Answers under way at one router: more are OVERLOADED. */
  mostOpen: number
  /** How long an answer may stand still, from either side, before it is given up. */
  idleMs: number
}

/** Request headers that go on, besides those about the viewer. */
export const passedOn = [
  'accept',
  'content-length',
  'content-type',
  'idempotency-key',
  'if-none-match',
  'if-range',
  'range',
  'user-agent',
] as const

/** Status of an answer that is an error, by its code. Anything else is 400. */
const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  INVALID_CREDENTIALS: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  IDEMPOTENCY_CONFLICT: 409,
  UPLOAD_INCOMPLETE: 409,
  FILE_TOO_LARGE: 413,
  REQUEST_TOO_LARGE: 413,
  UPLOAD_MISMATCH: 422,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  OVERLOADED: 503,
  UNAVAILABLE: 503,
  TIMED_OUT: 504,
}

/** An answer of plain JSON. */
export const jsonReply = (status: number, body: object, headers: Record<string, string> = {}): PlainReply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: Buffer.from(`${JSON.stringify(body)}\n`),
})

/** An error in the shape that it has in every answer: `{"errors": [{message, extensions: {code, …}}]}`. */
export function errorReply({
  message,
  extensions,
}: {
  message: string
  extensions?: Record<string, unknown>
}): PlainReply {
  const status = statuses[String(extensions?.['code'])] ?? 400
  const wait = extensions?.['retryAfterMs']
  const headers = {
    ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    ...(typeof wait === 'number' ? { 'retry-after': String(Math.ceil(wait / 1000)) } : {}),
  }
  return jsonReply(status, { errors: [{ message, extensions }] }, headers)
}
