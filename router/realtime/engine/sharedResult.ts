import type { Answer } from '../../supergraph/index.ts'

/** One result, serialized once for all who get it. */
export class SharedResult {
  /** The execution result as JSON. */
  readonly json: string
  /** What follows the id in a graphql-transport-ws `next` message. */
  readonly nextTail: string

  constructor(answer: Answer) {
    this.json = answer.body
    this.nextTail = `,"type":"next","payload":${this.json}}`
  }
}
