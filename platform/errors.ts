/**
 * Every error a user can meet, as one tree. `code` is what programs act on; `retriable` says whether the same request
 * may succeed later. docs/errors.md is generated from these classes.
 */
export abstract class ParleyError extends Error {
  static readonly code: string
  static readonly retriable: boolean = false
  /** One sentence for the catalogue: what a client should do. */
  static readonly advice: string

  readonly retryAfterMs?: number

  constructor(message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, { cause: options.cause })
    this.name = new.target.name
    if (options.retryAfterMs !== undefined) this.retryAfterMs = options.retryAfterMs
  }

  get code(): string {
    return (this.constructor as typeof ParleyError).code
  }

  get retriable(): boolean {
    return (this.constructor as typeof ParleyError).retriable
  }

  /** What goes into a GraphQL error's `extensions`. */
  get extensions(): Record<string, unknown> {
    return {
      code: this.code,
      retriable: this.retriable,
      ...(this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs }),
    }
  }
}

export class Unauthenticated extends ParleyError {
  static override readonly code = 'UNAUTHENTICATED'
  static override readonly advice =
    'Sign in, or renew the access token with refreshSession, and send the request again.'
}

export class Forbidden extends ParleyError {
  static override readonly code = 'FORBIDDEN'
  static override readonly advice = 'The viewer may not do this, or there is no such thing for them. Do not retry.'
}

export class NotContactable extends ParleyError {
  static override readonly code = 'NOT_CONTACTABLE'
  static override readonly advice =
    'One of the two blocks the other, so nothing is sent between them, either way. Do not retry.'
}

export class NotFound extends ParleyError {
  static override readonly code = 'NOT_FOUND'
  static override readonly advice = 'Nothing has this id. Do not retry.'
}

export class InvalidInput extends ParleyError {
  static override readonly code = 'INVALID_INPUT'
  static override readonly advice = 'Correct the input that the message names.'
}

export class TextTooLong extends ParleyError {
  static override readonly code = 'TEXT_TOO_LONG'
  static override readonly advice = 'Shorten the text, or send it in parts.'
}

export class IdempotencyConflict extends ParleyError {
  static override readonly code = 'IDEMPOTENCY_CONFLICT'
  static override readonly advice = 'Use a new clientMessageId for new content.'
}

export class VersionConflict extends ParleyError {
  static override readonly code = 'VERSION_CONFLICT'
  static override readonly advice = 'It was changed meanwhile. Read it again, and decide with what it says now.'
}

export class HandleTaken extends ParleyError {
  static override readonly code = 'HANDLE_TAKEN'
  static override readonly advice = 'Choose another handle.'
}

export class InvalidCredentials extends ParleyError {
  static override readonly code = 'INVALID_CREDENTIALS'
  static override readonly advice = 'Ask for handle and password again. The answer is the same for an unknown account.'
}

export class InviteInvalid extends ParleyError {
  static override readonly code = 'INVITE_INVALID'
  static override readonly advice = 'Ask for a new invite link: this one is unknown, expired, used up or revoked.'
}

export class LimitExceeded extends ParleyError {
  static override readonly code = 'LIMIT_EXCEEDED'
  static override readonly advice = 'The thing has as many parts as it may have. The message names the limit.'
}

export class RateLimited extends ParleyError {
  static override readonly code = 'RATE_LIMITED'
  static override readonly retriable = true
  static override readonly advice = 'Wait retryAfterMs, then send again.'
}

export class Overloaded extends ParleyError {
  static override readonly code = 'OVERLOADED'
  static override readonly retriable = true
  static override readonly advice = 'A queue is full. Wait retryAfterMs, then send again: writes are idempotent.'
}

export class Unavailable extends ParleyError {
  static override readonly code = 'UNAVAILABLE'
  static override readonly retriable = true
  static override readonly advice =
    'A part of the system cannot be reached. Retry with back-off: writes are idempotent.'
}

export class BadRequest extends ParleyError {
  static override readonly code = 'BAD_REQUEST'
  static override readonly advice =
    'The request is no GraphQL over HTTP. Correct what the message names; do not retry it as it is.'
}

export class RequestTooLarge extends ParleyError {
  static override readonly code = 'REQUEST_TOO_LARGE'
  static override readonly advice = 'Send less in one request. The message names the limit.'
}

export class FileTooLarge extends ParleyError {
  static override readonly code = 'FILE_TOO_LARGE'
  static override readonly advice = 'Send a smaller file. The message names the limit.'
}

export class UploadMismatch extends ParleyError {
  static override readonly code = 'UPLOAD_MISMATCH'
  static override readonly advice =
    'What came is not what was announced: the message says whether size, type or hash. Ask for another upload.'
}

export class UploadIncomplete extends ParleyError {
  static override readonly code = 'UPLOAD_INCOMPLETE'
  static override readonly retriable = true
  static override readonly advice =
    'The bytes of a file are not all here. Send all of them to the upload URL, then send the request again.'
}

export class ParseFailed extends ParleyError {
  static override readonly code = 'GRAPHQL_PARSE_FAILED'
  static override readonly advice = 'Correct the syntax of the GraphQL document.'
}

export class ValidationFailed extends ParleyError {
  static override readonly code = 'GRAPHQL_VALIDATION_FAILED'
  static override readonly advice = 'The GraphQL document does not fit the schema. Correct what the message names.'
}

export class OperationTooComplex extends ParleyError {
  static override readonly code = 'OPERATION_TOO_COMPLEX'
  static override readonly advice = 'Ask for less in one operation. The message names the limit.'
}

export class BadUserInput extends ParleyError {
  static override readonly code = 'BAD_USER_INPUT'
  static override readonly advice =
    'Variables or operation name do not fit the document. Correct what the message names.'
}

export class PersistedQueryNotFound extends ParleyError {
  static override readonly code = 'PERSISTED_QUERY_NOT_FOUND'
  static override readonly retriable = true
  static override readonly advice = 'Send the document along with its hash, once. Apollo Client does so by itself.'
}

export class PersistedQueryNotSupported extends ParleyError {
  static override readonly code = 'PERSISTED_QUERY_NOT_SUPPORTED'
  static override readonly advice = 'Send documents, not their hashes. Apollo Client does so by itself.'
}

export class OperationNotTrusted extends ParleyError {
  static override readonly code = 'OPERATION_NOT_TRUSTED'
  static override readonly advice = 'Only operations of the known clients are served here. Do not retry.'
}

export class OperationTooExpensive extends ParleyError {
  static override readonly code = 'OPERATION_TOO_EXPENSIVE'
  static override readonly advice = 'Ask for fewer or shorter lists. The message names the price and the limit.'
}

export class TimedOut extends ParleyError {
  static override readonly code = 'TIMED_OUT'
  static override readonly retriable = true
  static override readonly advice = 'It took too long. What was answered by then is there; ask for less, or again.'
}

/** A fault of our own, masked: the log knows what happened under `errorId`. */
export class InternalError extends ParleyError {
  static override readonly code = 'INTERNAL'
  static override readonly advice = 'Something went wrong on our side. Report it with its errorId.'
  readonly errorId: string

  constructor(errorId: string, options: { cause?: unknown } = {}) {
    super(`Something went wrong on our side. Quote this id if you report it: ${errorId}`, options)
    this.errorId = errorId
  }

  override get extensions(): Record<string, unknown> {
    return { ...super.extensions, errorId: this.errorId }
  }
}

/** The configuration is wrong; the message lists every fault. Ends the process at start, never reaches a client. */
export class ConfigurationError extends ParleyError {
  static override readonly code = 'CONFIGURATION'
  static override readonly advice = 'Correct the variables that the message names; `parley --help` lists them all.'
}

/** The ParleyError in an error or its causes: libraries wrap what they were thrown. */
export function knownError(error: unknown): ParleyError | undefined {
  for (let at = error; typeof at === 'object' && at !== null; at = (at as { cause?: unknown }).cause) {
    if (at instanceof ParleyError) return at
  }
  return undefined
}
