import type { ExecutionResult, GraphQLSchema } from 'graphql'

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
  signal?: AbortSignal
}

/** Whatever answers a subgraph's requests: the subgraph itself in the same process, or HTTP to another one. */
export interface SubgraphClient {
  /** Rejects with UNAVAILABLE when the subgraph can't be reached; GraphQL errors are in the result. */
  execute(request: SubgraphRequest): Promise<ExecutionResult>
}

/** A subgraph in this process. */
export interface Subgraph extends SubgraphClient {
  readonly name: string
  readonly schema: GraphQLSchema
  close(): Promise<void>
}
