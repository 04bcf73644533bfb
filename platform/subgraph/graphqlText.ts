import { LRUCache } from 'lru-cache'
import type { SubgraphRequest, SubgraphResult } from './subgraph.ts'

/** Documents as JSON, kept because routers send the same ones again and again. */
const quoted = new LRUCache<string, string>({
  max: 1_000,
  maxSize: 8_000_000,
  sizeCalculation: (text, query) => text.length + query.length + 1,
})

/** A request as JSON. @throws Error  its variables hold what no JSON can, or are nested deeper than it can be written */
export function writeRequest({ query, operationName, variables }: SubgraphRequest): string {
  let document = quoted.get(query)
  if (document === undefined) quoted.set(query, (document = JSON.stringify(query)))
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`
  return `{"query":${document}${name}${variables ? `,"variables":${writeVariables(variables)}` : ''}}`
}

function writeVariables(variables: Record<string, unknown>): string {
  try {
    return JSON.stringify(variables)
  } catch (cause) {
    throw new Error('The request cannot be written as JSON.', { cause })
  }
}

/**
 * An answer from its text. A refusal (malformed, too large) has a JSON body of the same shape; what is not JSON comes from
 * something else.
 * @throws Error  it is not one of GraphQL
 */
export function readResult(text: string, status: number): SubgraphResult {
  const body = JSON.parse(text) as SubgraphResult | null
  if (body === null || typeof body !== 'object' || !('data' in body || 'errors' in body))
    throw new Error(`The answer, of status ${status}, is not one of GraphQL.`)
  return body
}
