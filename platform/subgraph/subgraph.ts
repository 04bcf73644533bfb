import type { FormattedExecutionResult, GraphQLSchema } from 'graphql'
import type { PlainReply, PlainRequest } from './plain.ts'

/** A GraphQL request to a subgraph, as the router or another subgraph sends it. */
export interface SubgraphRequest {
  query: string
  operationName?: string
  variables?: Record<string, unknown>
  /** The `Authorization` header of the viewer. The subgraph verifies it itself. */
  authorization?: string
  /** The client's address and user agent, for sessions and rate limits. */
  address?: string
  userAgent?: string
  requestId?: string
  /** Its place in a trace (https://www.w3.org/TR/trace-context/). */
  traceparent?: string
  signal?: AbortSignal
}

/** An answer as plain data: errors have `message`, `path`, `locations` and `extensions`, and are no Error objects. */
export type SubgraphResult = FormattedExecutionResult<Record<string, unknown>>

/** Whatever answers a subgraph's requests: the subgraph itself in the same process, or HTTP to another one. */
export interface SubgraphClient {
  /**
   * Rejects with UNAVAILABLE when the subgraph can't be reached; GraphQL errors are in the result. The objects and lists of
   * `data` are the caller's from then on: nobody else holds them, so answers can be merged without a copy.
   */
  execute(request: SubgraphRequest): Promise<SubgraphResult>
  /**
   * Answers plain HTTP that a router passes through. Rejects with UNAVAILABLE when the subgraph can't be reached; any other
   * error is an answer. Absent: it has none.
   */
  pass?(request: PlainRequest): Promise<PlainReply>
}

/** A subgraph in this process. `execute` never rejects. */
export interface Subgraph extends SubgraphClient {
  readonly name: string
  readonly schema: GraphQLSchema
  close(): Promise<void>
}
