import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { BadRequest, NotFound, Overloaded, RequestTooLarge } from '../../platform/errors.ts'
import type { TokenVerifier } from '../../platform/identity/tokens.ts'
import {
  passedOn,
  streamedBody,
  viewerOf,
  type PassThrough,
  type PlainReply,
  type PlainRequest,
  type SubgraphClient,
} from '../../platform/subgraph/index.ts'
import { gauge, type Metrics } from '../../platform/telemetry/index.ts'
import type { Tracing } from '../../platform/telemetry/tracing/index.ts'
import { allowsGzip } from './compress.ts'
import { readBytes } from './readBody.ts'
import { Refusal } from './refusal.ts'

/** A prefix of the door's addresses, and the subgraph behind it. */
export interface PassThroughTo extends PassThrough {
  /** Undefined: the subgraph's address is not known. */
  client: SubgraphClient | undefined
}

export interface PassThroughParts {
  verifier: TokenVerifier | undefined
  addressOf: (request: IncomingMessage) => string | undefined
  metrics: Metrics
  /** Undefined: nothing is traced; what a client says of its trace goes on. */
  tracing?: Tracing | undefined
}

/** Answers what a subgraph has claimed; false for any other address. */
export type PassThroughs = (
  request: IncomingMessage,
  response: ServerResponse,
  at: { url: URL; requestId: string },
) => Promise<boolean>

export const passThroughMetrics = (metrics: Metrics) =>
  gauge(metrics, {
    name: 'parley_router_pass_through_open',
    help: 'Answers under way that are passed through from a subgraph.',
    labels: ['prefix'],
  })

const MAX_HEADER = 512
const MAX_TRACEPARENT = 64
const LEFT_OVER_MS = 10_000
const COMPRESSED = /^(application\/(json|x-ndjson)|text\/)/

/**
 * Passes plain HTTP on to the subgraph that claimed its prefix, and the answer back as it comes, no faster than the client
 * takes it. What it says is not looked at. A token that came is exchanged or refused here, and verified again by the subgraph.
 */
export function passThroughs(claimed: readonly PassThroughTo[], parts: PassThroughParts): PassThroughs {
  const open = claimed.map(() => 0)
  const gauged = passThroughMetrics(parts.metrics)
  return async (request, response, { url, requestId }) => {
    const n = claimed.findIndex(({ prefix }) => url.pathname.startsWith(prefix))
    const claim = claimed[n]
    if (!claim) return false
    if (open[n]! >= claim.mostOpen) throw new Overloaded('Too many of these are under way.', { retryAfterMs: 2_000 })
    gauged.set({ prefix: claim.prefix }, (open[n]! += 1))
    try {
      await passTraced(claim, parts, request, response, { url, requestId })
    } finally {
      gauged.set({ prefix: claim.prefix }, (open[n]! -= 1))
    }
    return true
  }
}

/** With a span that ends with the answer, where requests are traced. */
async function passTraced(
  claim: PassThroughTo,
  parts: PassThroughParts,
  request: IncomingMessage,
  response: ServerResponse,
  { url, requestId }: { url: URL; requestId: string },
): Promise<void> {
  const given = [request.headers['traceparent']].flat()[0]?.slice(0, MAX_TRACEPARENT)
  const attributes = { 'parley.request.id': requestId }
  const span = parts.tracing?.start(`pass ${claim.prefix}`, { kind: 'server', parent: given, attributes })
  try {
    await pass(claim, parts, request, response, { url, requestId, traceparent: span?.traceparent ?? given })
    span?.end({ failure: response.statusCode >= 500 ? String(response.statusCode) : undefined })
  } catch (error) {
    span?.end({ failure: error instanceof Error ? error.name : 'error' })
    throw error
  }
}

async function pass(
  { client, methods, bodyLimitBytes, idleMs }: PassThroughTo,
  { verifier, addressOf }: PassThroughParts,
  request: IncomingMessage,
  response: ServerResponse,
  { url, requestId, traceparent }: { url: URL; requestId: string; traceparent: string | undefined },
): Promise<void> {
  if (!client?.pass) throw new Refusal(404, new NotFound('Nothing is here.'))
  const method = request.method ?? 'GET'
  if (!methods.includes(method)) {
    throw new Refusal(405, new BadRequest(`Use ${methods.join(' or ')} here.`), { allow: methods.join(', ') })
  }
  const { authorization } = request.headers
  const viewer = verifier && (await viewerOf(authorization, verifier))
  // Who went meanwhile is heard of no more: what is waited for below would never come.
  if (response.destroyed) return
  const given = viewer ? viewer.authorization : authorization
  const address = addressOf(request)
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  // Stands still: nobody writes, or nobody reads.
  response.setTimeout(idleMs, () => response.destroy())
  const sent = await bodyOf(request, bodyLimitBytes)
  const asked: PlainRequest = {
    method,
    url: url.pathname + url.search,
    headers: headersOf(request),
    ...sent,
    requestId,
    signal: gone.signal,
    ...(given ? { authorization: given } : {}),
    ...(address ? { address } : {}),
    ...(traceparent ? { traceparent } : {}),
  }
  const reply = await client.pass(asked).finally(() => sent.stream?.destroy())
  await answer(reply, request, response)
  // What is left of a body that nobody wants is taken in, so that its sender reads the answer; but not for ever.
  if (!request.complete) setTimeout(() => request.complete || request.destroy(), LEFT_OVER_MS).unref()
}

/** A PUT's is handed on as it comes, any other when it is here. */
async function bodyOf(request: IncomingMessage, limit: number): Promise<Pick<PlainRequest, 'body' | 'stream'>> {
  if (request.method !== 'PUT') return { body: await readBytes(request, limit) }
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    const error = new RequestTooLarge(`The request is too large: at most ${limit} bytes are allowed.`)
    throw new Refusal(413, error, { connection: 'close' })
  }
  return { body: Buffer.alloc(0), stream: streamedBody(request, limit) }
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value.slice(0, MAX_HEADER)]] : []
    }),
  )

async function answer(
  { status, headers, body }: PlainReply,
  { headers: asked }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (response.destroyed) return void (Buffer.isBuffer(body) || body.destroy())
  if (Buffer.isBuffer(body)) {
    response.writeHead(status, { ...headers, 'content-length': body.length }).end(body)
    return
  }
  // What has a length keeps it: of a file, ranges are asked for.
  const varies = headers['content-length'] === undefined && COMPRESSED.test(headers['content-type'] ?? '')
  const compress = varies && allowsGzip(asked['accept-encoding'] as string)
  response.writeHead(status, {
    ...headers,
    ...(varies ? { vary: 'accept-encoding' } : {}),
    ...(compress ? { 'content-encoding': 'gzip' } : {}),
  })
  response.flushHeaders()
  // Whoever hangs up destroys the response, and with it the stream, here and at the subgraph. A stream that broke is cut
  // off, so that nobody takes it for a whole one.
  const done = compress ? pipeline(body, createGzip({ level: 5 }), response) : pipeline(body, response)
  await done.catch(() => response.destroy())
}
