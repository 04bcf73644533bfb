import type { IncomingMessage, ServerResponse } from 'node:http'
import { BadRequest, ParleyError } from '../../platform/errors.ts'
import type { TokenVerifier } from '../../platform/identity/tokens.ts'
import type { Identity } from '../../platform/identity/viewer.ts'
import { viewerOf } from '../../platform/subgraph/index.ts'
import type { Deadlines } from '../../platform/time/deadlines.ts'
import { clientIn } from '../usage/index.ts'
import { Answer, type PreparedOperation, type RequestContext, type Supergraph } from '../supergraph/index.ts'
import { sendBatch, sendResult, statusOf } from './answer.ts'
import { deadline } from './deadline.ts'
import { answerType, type MediaType } from './mediaType.ts'
import type { AnsweredOperation } from './operationMetrics.ts'
import type { PersistedQueries } from './persistedQueries.ts'
import { mutationNeedsPost, Refusal } from './refusal.ts'
import { isSameSecret } from './secret.ts'
import { bodyParameters, queryParameters, type RequestParameters } from './requestParameters.ts'

export interface GraphqlParts {
  supergraph: () => Supergraph
  /** Undefined: tokens are not looked at, and passed on as they come. */
  verifier: TokenVerifier | undefined
  /** The client's address. */
  addressOf: (request: IncomingMessage) => string | undefined
  bodyLimitBytes: number
  /** Operations in one request. */
  batchLimit: number
  /** Of operations. */
  deadlines: Deadlines
  persisted: PersistedQueries
  /** Who sends it as `x-parley-operator` sees the plan of each query. Undefined: nobody does. */
  operatorSecret: string | undefined
  /** Who sends `x-parley-explain` sees it too. */
  explainsToAll: boolean
  /** Told who asks. */
  onAsked?: (viewer: Identity) => void
  /** Told of each operation when it is answered. */
  onAnswered?: (operation: AnsweredOperation) => void
  /** Told the code of the first error of each answer that has one, of what is refused too. */
  onError?: (code: unknown) => void
}

const MAX_USER_AGENT = 512
const MAX_TRACEPARENT = 64

/**
 * One request of GraphQL over HTTP. A token that is present but wrong is refused before anything runs. `asked`: read already.
 * @throws Refusal, ParleyError  what the caller answers in the same form
 */
export async function answerGraphql(
  parts: GraphqlParts,
  request: IncomingMessage,
  response: ServerResponse,
  { url, requestId, asked: read }: { url: URL; requestId: string; asked?: RequestParameters },
): Promise<void> {
  const type = answerType(request.headers.accept)
  const asked = read ?? (await readParameters(request, url, parts))
  const { authorization } = request.headers
  const viewer = parts.verifier && (await viewerOf(authorization, parts.verifier))
  if (viewer?.identity) parts.onAsked?.(viewer.identity)
  const { signal, done } = deadline(response, parts.deadlines)
  const context: RequestContext = {
    // An API key stays at the door: the token that it was exchanged for goes on.
    authorization: viewer ? viewer.authorization : authorization,
    viewer: viewer?.identity,
    requestId,
    traceparent: headerOf(request, 'traceparent')?.slice(0, MAX_TRACEPARENT),
    address: parts.addressOf(request),
    userAgent: request.headers['user-agent']?.slice(0, MAX_USER_AGENT),
    client: clientIn(request.headers),
    signal,
    explain:
      isOperator(request, parts.operatorSecret) || (parts.explainsToAll && 'x-parley-explain' in request.headers),
  }
  try {
    const run = (one: RequestParameters) => answerOne(parts, one, request.method, { context, type })
    if (!Array.isArray(asked)) await sendResult(request, response, await run(asked), type)
    else await sendBatch(request, response, await Promise.all(asked.map((one) => run(one).catch(refusedBy(parts)))))
  } finally {
    done()
  }
}

const headerOf = ({ headers }: IncomingMessage, name: string): string | undefined => {
  const given = headers[name]
  return Array.isArray(given) ? given[0] : given
}

const isOperator = ({ headers }: IncomingMessage, secret: string | undefined): boolean => {
  const given = headers['x-parley-operator']
  return secret !== undefined && typeof given === 'string' && isSameSecret(given, secret)
}

/** One of several: what is refused does not keep the others from their answers. */
const refusedBy =
  ({ onError }: GraphqlParts) =>
  (error: unknown): Answer => {
    const known = error instanceof Refusal ? error.error : error
    if (!(known instanceof ParleyError)) throw error
    onError?.(known.code)
    return new Answer(undefined, [{ message: known.message, extensions: known.extensions }])
  }

async function answerOne(
  parts: GraphqlParts,
  { query: given, hash, operationName, variables }: RequestParameters,
  method: string | undefined,
  { context, type }: { context: RequestContext; type: MediaType },
): Promise<Answer> {
  const start = performance.now()
  const query = hash === undefined ? given! : parts.persisted.find(hash, given)
  const supergraph = parts.supergraph()
  const prepared = supergraph.prepare(query, operationName)
  const isWrong = 'errors' in prepared
  if (!isWrong && hash !== undefined && given !== undefined) parts.persisted.keep(hash, query)
  const answer = isWrong
    ? new Answer(undefined, prepared.errors)
    : await supergraph.execute(allowed(prepared, method), variables, context)
  parts.onAnswered?.({
    kind: isWrong ? 'refused' : prepared.kind,
    name: isWrong ? undefined : prepared.operation.name?.value,
    status: statusOf(answer, type),
    milliseconds: performance.now() - start,
    requestId: context.requestId,
  })
  if (answer.errors.length > 0) parts.onError?.(answer.errors[0]?.extensions?.['code'])
  return answer
}

function readParameters(
  request: IncomingMessage,
  url: URL,
  limits: Pick<GraphqlParts, 'bodyLimitBytes' | 'batchLimit'>,
): RequestParameters | Promise<RequestParameters | RequestParameters[]> {
  if (request.method === 'GET') return queryParameters(request, url)
  if (request.method === 'POST') return bodyParameters(request, limits)
  throw new Refusal(405, new BadRequest('Use POST, or GET for queries.'), { allow: 'GET, POST, OPTIONS' })
}

function allowed(prepared: PreparedOperation, method: string | undefined): PreparedOperation {
  if (prepared.kind === 'subscription') {
    const ways =
      'over a WebSocket (graphql-transport-ws), or with `accept: text/event-stream` (GraphQL over SSE) ' +
      'or `multipart/mixed;subscriptionSpec="1.0"` (Apollo\'s protocol)'
    throw new Refusal(405, new BadRequest(`Subscriptions go to this address ${ways}.`))
  }
  if (method === 'GET' && prepared.kind !== 'query') throw mutationNeedsPost()
  return prepared
}
