import type { ExecutionResult, FormattedExecutionResult, GraphQLFormattedError } from 'graphql'

/** The result of an operation, as text: nobody between the subgraphs and the client needs its data. */
export class Answer {
  /** `data` as JSON; undefined where the operation did not run. */
  readonly data: string | undefined
  /** Fit for clients. */
  readonly errors: readonly GraphQLFormattedError[]
  #body: string | undefined

  constructor(data: string | undefined, errors: readonly GraphQLFormattedError[] = []) {
    this.data = data
    this.errors = errors
  }

  /** A result at hand. */
  static of({ data, errors }: ExecutionResult | FormattedExecutionResult): Answer {
    return new Answer(data === undefined ? undefined : JSON.stringify(data), errors)
  }

  /** The whole result as JSON. */
  get body(): string {
    return (this.#body ??= this.#write())
  }

  #write(): string {
    const errors = this.errors.length > 0 ? `"errors":${JSON.stringify(this.errors)}` : ''
    if (this.data === undefined) return `{${errors}}`
    return errors === '' ? `{"data":${this.data}}` : `{${errors},"data":${this.data}}`
  }
}
