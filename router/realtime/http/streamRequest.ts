import type { IncomingMessage } from 'node:http'
import type { PersistedQueries } from '../../http/persistedQueries.ts'
import { mutationNeedsPost } from '../../http/refusal.ts'
import { bodyParameters, queryParameters, type RequestParameters } from '../../http/requestParameters.ts'
import type { RealtimeParts } from '../websocket/parts.ts'

/** What a request for a stream asks for. */
export interface StreamRequest {
  /** As it came. */
  asked: RequestParameters
  query: string
  operationName: string | undefined
  variables: Record<string, unknown>
}

export interface StreamRequestParts extends Pick<RealtimeParts, 'supergraph' | 'limits'> {
  persisted: PersistedQueries
}

/**
 * Reads it by the rules of any other request, with automatic persisted queries as there; one request is one operation.
 * @throws Refusal  what is wrong, or the hash of a document that is not known here
 */
export async function readStreamRequest(request: IncomingMessage, parts: StreamRequestParts): Promise<StreamRequest> {
  const isGet = request.method === 'GET'
  const asked = isGet
    ? queryParameters(request, new URL(request.url!, 'http://router'))
    : await inBody(request, parts.limits.messageBytes)
  const { query: given, hash, operationName, variables } = asked
  const query = hash === undefined ? given! : parts.persisted.find(hash, given)
  const isNew = hash !== undefined && given !== undefined
  if (isGet || isNew) {
    const prepared = parts.supergraph().prepare(query, operationName)
    const isGood = !('errors' in prepared)
    if (isGet && isGood && prepared.kind === 'mutation') throw mutationNeedsPost()
    if (isNew && isGood) parts.persisted.keep(hash, query)
  }
  return { asked, query, operationName, variables }
}

const inBody = (request: IncomingMessage, bodyLimitBytes: number): Promise<RequestParameters> =>
  bodyParameters(request, { bodyLimitBytes, batchLimit: 1 }) as Promise<RequestParameters>
