import type { GraphQLFormattedError } from 'graphql'

/**
 * What went wrong, in the server's words: `code` comes from its catalogue (docs/errors.md), `NETWORK` stands for an
 * answer that never came, `INTERNAL` for one without a code.
 */
export class ApiError extends Error {
  /** As in `FORBIDDEN`. What to tell people goes by it; `message` is for developers. */
  readonly code: string
  /** The same request may succeed later. */
  readonly retriable: boolean
  /** Not before so many milliseconds; undefined where the server does not say. */
  readonly retryAfterMs: number | undefined

  constructor(
    code: string,
    message: string,
    options: { retriable?: boolean; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.name = 'ApiError'
    this.code = code
    this.retriable = options.retriable ?? false
    this.retryAfterMs = options.retryAfterMs
  }

  /** No answer came: nothing is known of what became of the request. */
  static network(): ApiError {
    return new ApiError('NETWORK', 'The server cannot be reached.', { retriable: true })
  }

  /** A server that failed as a whole (HTTP status 500 and above, or 429) is worth another try, unlike a refusal. */
  static status(status: number): ApiError {
    const retriable = status >= 500 || status === 429 || status === 408
    return new ApiError(retriable ? 'UNAVAILABLE' : 'REFUSED', `The server answered with status ${status}.`, {
      retriable,
    })
  }

  /** An entry of `errors` in an answer. */
  static fromGraphQL({ message, extensions = {} }: GraphQLFormattedError): ApiError {
    const { code, retriable, retryAfterMs } = extensions
    return new ApiError(typeof code === 'string' ? code : 'INTERNAL', message, {
      retriable: retriable === true,
      ...(typeof retryAfterMs === 'number' ? { retryAfterMs } : {}),
    })
  }
}
