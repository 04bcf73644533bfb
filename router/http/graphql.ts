import type { IncomingMessage, ServerResponse } from 'node:http'
import { BadRequest } from '../../platform/errors.ts'
import type { TokenVerifier } from '../../platform/identity/tokens.ts'
import { viewerOf } from '../../platform/subgraph/index.ts'
import { Answer, type PreparedOperation, type RequestContext, type Supergraph } from '../supergraph/index.ts'
import { sendResult, statusOf } from './answer.ts'
import { answerType } from './mediaType.ts'
import { Refusal } from './refusal.ts'
import { bodyParameters, queryParameters, type RequestParameters } from './requestParameters.ts'

export interface GraphqlParts {
  supergraph: () => Supergraph
  /** Undefined: tokens are not looked at, and passed on as they come. */
  verifier: TokenVerifier | undefined
  /** The client's address. */
  addressOf: (request: IncomingMessage) => string | undefined
  bodyLimitBytes: number
  /** Told of each operation when it is answered. */
  onAnswered?: (facts: { kind: string; status: number; milliseconds: number; requestId: string }) => void
}

const MAX_USER_AGENT = 512

/**
 * One request of GraphQL over HTTP. A token that is present but wrong is refused before anything runs.
 * @throws Refusal, ParleyError  what the caller answers in the same form
 */
export async function answerGraphql(
  parts: GraphqlParts,
  request: IncomingMessage,
  response: ServerResponse,
  { url, requestId }: { url: URL; requestId: string },
): Promise<void> {
  const start = performance.now()
  const type = answerType(request.headers.accept)
  const parameters = await readParameters(request, url, parts.bodyLimitBytes)
  const { authorization } = request.headers
  const identity = parts.verifier && (await viewerOf(authorization, parts.verifier)).identity

  const supergraph = parts.supergraph()
  const prepared = supergraph.prepare(parameters.query, parameters.operationName)
  const context: RequestContext = {
    authorization,
    viewer: identity,
    requestId,
    address: parts.addressOf(request),
    userAgent: request.headers['user-agent']?.slice(0, MAX_USER_AGENT),
    signal: hangUp(response),
  }
  const answer =
    'errors' in prepared
      ? new Answer(undefined, prepared.errors)
      : await supergraph.execute(allowed(prepared, request), parameters.variables, context)
  // Nobody listens any more.
  if (response.destroyed) return
  sendResult(response, answer, type)
  const kind = 'errors' in prepared ? 'refused' : prepared.kind
  parts.onAnswered?.({ kind, status: statusOf(answer, type), milliseconds: performance.now() - start, requestId })
}

async function readParameters(request: IncomingMessage, url: URL, bodyLimit: number): Promise<RequestParameters> {
  if (request.method === 'GET') return queryParameters(request, url)
  if (request.method === 'POST') return bodyParameters(request, bodyLimit)
  throw new Refusal(405, new BadRequest('Use POST, or GET for queries.'), { allow: 'GET, POST, OPTIONS' })
}

function allowed(prepared: PreparedOperation, { method }: IncomingMessage): PreparedOperation {
  if (prepared.kind === 'subscription') {
    throw new Refusal(405, new BadRequest('Subscriptions go over a WebSocket at this address (graphql-transport-ws).'))
  }
  if (method === 'GET' && prepared.kind !== 'query') {
    throw new Refusal(405, new BadRequest('A mutation needs POST.'), { allow: 'POST' })
  }
  return prepared
}

/** Aborted when the client goes away before its answer is written. */
function hangUp(response: ServerResponse): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) controller.abort()
  })
  return controller.signal
}
