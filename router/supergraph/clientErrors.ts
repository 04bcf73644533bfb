import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { GraphQLFormattedError } from 'graphql'
import type { Logger } from '../../platform/telemetry/createLogger.ts'
import { InternalError } from '../../platform/errors.ts'

/** What a client may learn besides message and path. Everything else in `extensions` is for ourselves. */
const shown = ['code', 'retriable', 'retryAfterMs', 'errorId'] as const

/** Codes that say the router and a subgraph did not understand each other: no fault of the client, and no news for it. */
const internal = new Set([
  'DOWNSTREAM_SERVICE_ERROR',
  'INTERNAL_SERVER_ERROR',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
])

/** An error as it may leave the system: with its code and path, or masked under an id that the log knows. */
export function clientError(error: GraphQLFormattedError, requestId: string, logger: Logger): GraphQLError {
  const extensions = error.extensions ?? {}
  const code = extensions['code']
  const path = error.path === undefined ? {} : { path: error.path }
  if (typeof code === 'string' && !internal.has(code)) {
    const known = shown.filter((name) => extensions[name] !== undefined).map((name) => [name, extensions[name]])
    return new GraphQLError(error.message, {
      ...path,
      extensions: Object.fromEntries(known) as Record<string, unknown>,
    })
  }
  const masked = maskError(error, requestId, logger)
  return new GraphQLError(masked.message, { ...path, extensions: masked.extensions })
}

/** Logs what went wrong on our side, and gives what may be said about it. */
export function maskError(error: unknown, requestId: string, logger: Logger): InternalError {
  const masked = new InternalError(randomUUID(), { cause: error })
  logger.error({ error, errorId: masked.errorId, requestId }, 'a request failed on our side')
  return masked
}
