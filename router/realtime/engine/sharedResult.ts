import type { ExecutionResult, GraphQLFormattedError } from 'graphql'

/** One result, serialized once for all who get it. */
export class SharedResult {
  /** The execution result as JSON. */
  readonly json: string
  /** What follows the id in a graphql-transport-ws `next` message. */
  readonly nextTail: string

  constructor(result: ExecutionResult | { data?: unknown; errors: readonly GraphQLFormattedError[] }) {
    this.json = JSON.stringify(result)
    this.nextTail = `,"type":"next","payload":${this.json}}`
  }
}
