import type { ExecutionResult, FormattedExecutionResult, GraphQLFormattedError } from 'graphql'

/** The result of an operation, as text: nobody between the subgraphs and the client needs its data. */
export class Answer {
  /** `data` as JSON; undefined where the operation did not run. */
  readonly data: string | undefined
  /** Fit for clients. */
  readonly errors: readonly GraphQLFormattedError[]
  /** Beside `data` and `errors`, for who may see it. */
  readonly extensions: Readonly<Record<string, unknown>> | undefined
  /** What goes along over HTTP. */
  readonly headers: Readonly<Record<string, string>>
  #body: string | undefined

  constructor(
    data: string | undefined,
    errors: readonly GraphQLFormattedError[] = [],
    { extensions, headers = {} }: Partial<Pick<Answer, 'extensions' | 'headers'>> = {},
  ) {
    this.data = data
    this.errors = errors
    this.extensions = extensions
    this.headers = headers
  }

  /** The same with more beside it. */
  with(more: Partial<Pick<Answer, 'extensions' | 'headers'>>): Answer {
    const { data, errors, extensions, headers } = this
    return new Answer(data, errors, {
      ...(extensions || more.extensions ? { extensions: { ...extensions, ...more.extensions } } : {}),
      headers: { ...headers, ...more.headers },
    })
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
    const { data, errors, extensions } = this
    const parts: string[] = []
    if (errors.length > 0) parts.push(`"errors":${JSON.stringify(errors)}`)
    if (data !== undefined) parts.push(`"data":${data}`)
    if (extensions) parts.push(`"extensions":${JSON.stringify(extensions)}`)
    return `{${parts.join()}}`
  }
}
