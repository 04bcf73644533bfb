import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { BadRequest, NotFound, ParleyError, Unavailable } from '../../platform/errors.ts'
import type { HealthHandler, Logger } from '../../platform/telemetry/index.ts'
import { Answer, maskError } from '../supergraph/index.ts'
import { sendJson, sendResult, statusOf } from './answer.ts'
import { answerCors, type AllowedOrigins } from './cors.ts'
import { answerGraphql, type GraphqlParts } from './graphql.ts'
import type { EventDoor } from './eventDoor.ts'
import type { PassThroughs } from './passThrough.ts'
import { answerType, wantsPage, type MediaType } from './mediaType.ts'
import type { ConnectionsDoor } from './connectionsDoor.ts'
import { Refusal } from './refusal.ts'
import type { RequestParameters } from './requestParameters.ts'
import { setSecurityHeaders } from './securityHeaders.ts'
import type { WebPages } from './webPages.ts'

export interface HttpParts extends GraphqlParts {
  /** Undefined: the tokens are another's, and so are their keys. */
  jwks: (() => Promise<object>) | undefined
  /** Undefined: no events are taken. */
  events: EventDoor | undefined
  /** Undefined: nobody is shown connections. */
  connections: ConnectionsDoor | undefined
  /** What subgraphs answer themselves. */
  passThrough: PassThroughs
  health: HealthHandler
  pages: WebPages
  origins: AllowedOrigins
  /** Answers what asks for a stream of results; false for any other request, and what it has read where a plain answer will do. */
  stream: (request: IncomingMessage, response: ServerResponse) => Promise<boolean | RequestParameters>
  logger: Logger
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const REQUEST_ID = /^[\w.:-]{1,128}$/

/** Everything that the router answers over HTTP. Whatever a request holds, it gets an answer and the process lives on. */
export function httpHandler(parts: HttpParts): Handler {
  return (request, response) => {
    const requestId = requestIdOf(request)
    response.setHeader('x-request-id', requestId)
    setSecurityHeaders(response)
    route(parts, request, response, requestId).catch((error: unknown) => {
      fail(parts, error, request, response, requestId)
    })
  }
}

async function route(
  parts: HttpParts,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const url = parseUrl(request)
  if (answerCors(request, response, parts.origins) || parts.health(request, response)) return
  if (url.pathname === '/graphql') {
    const page = request.method === 'GET' && !url.searchParams.has('query') && wantsPage(request.headers.accept)
    if (page) return parts.pages.serveGraphiql(request, response)
    const asked = await parts.stream(request, response)
    if (asked === true) return
    return answerGraphql(parts, request, response, { url, requestId, ...(asked && { asked }) })
  }
  if (await parts.passThrough(request, response, { url, requestId })) return
  if (url.pathname === '/events' && parts.events) return parts.events(request, response)
  if (url.pathname === '/connections' && parts.connections) return parts.connections(request, response, url)
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new Refusal(404, new NotFound('Nothing is here.'))
  if (url.pathname === '/.well-known/jwks.json') return sendKeys(parts, response)
  parts.pages.serve(request, response)
}

async function sendKeys({ jwks, logger }: HttpParts, response: ServerResponse): Promise<void> {
  if (!jwks) throw new Refusal(404, new NotFound('Nothing is here.'))
  try {
    sendJson(response, 200, await jwks(), { 'cache-control': 'public, max-age=60' })
  } catch (cause) {
    logger.warn({ error: cause }, 'the keys could not be read')
    throw new Unavailable('The keys cannot be read now.', { cause, retryAfterMs: 1_000 })
  }
}

function parseUrl({ url = '/' }: IncomingMessage): URL {
  try {
    return new URL(`http://router${url.startsWith('/') ? url : '/'}`)
  } catch {
    throw new Refusal(400, new BadRequest('The address of the request is malformed.'))
  }
}

function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
}

function fail(
  { logger, onError }: HttpParts,
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): void {
  // The client went away in the middle of its request, or of its answer.
  if (response.headersSent || response.destroyed || request.errored) return void response.destroy()
  const refusal = error instanceof Refusal ? error : undefined
  const known = refusal?.error ?? (error instanceof ParleyError ? error : maskError(error, requestId, logger))
  onError?.(known.code)
  const answer = new Answer(undefined, [{ message: known.message, extensions: known.extensions }])
  const type = typeOrJson(request)
  for (const [name, value] of Object.entries(refusal?.headers ?? {})) response.setHeader(name, value)
  const status = refusal?.status ?? statusOf(answer, type)
  sendResult(request, response, answer, type, status).catch(() => response.destroy())
}

function typeOrJson({ headers }: IncomingMessage): MediaType {
  try {
    return answerType(headers.accept)
  } catch {
    return 'application/json'
  }
}
