import { randomUUID } from 'node:crypto'
import { GraphQLError, Kind } from 'graphql'
import type { GraphQLFormattedError } from 'graphql'
import { knownError } from '../errors.ts'

/** Hears of what an answer must not show: faults of our own, and why a part could not be reached. */
export type ErrorSink = (error: unknown, errorId?: string) => void

/**
 * An error of an execution as a client may see it: a ParleyError with its code; a fault of the request in the words of
 * graphql-js; anything else masked, under an id that the log knows.
 */
export function answerError(thrown: unknown, report: ErrorSink): GraphQLFormattedError {
  const error = thrown instanceof GraphQLError ? thrown : new GraphQLError('', { originalError: thrown as Error })
  const origin = originOf(error)
  // Also where a library has wrapped it: a read that lost its database is UNAVAILABLE, and worth another try.
  const known = knownError(origin)
  if (known) {
    if (known.cause !== undefined) report(known)
    return located(error, known.message, known.extensions)
  }
  if (isInputError(origin)) return located(error, error.message, { code: 'BAD_USER_INPUT', retriable: false })
  const errorId = randomUUID()
  report(origin, errorId)
  return located(error, `Something went wrong on our side. Quote this id if you report it: ${errorId}`, {
    code: 'INTERNAL',
    retriable: false,
    errorId,
  })
}

/** A request refused before its execution: parse, validation, variables, operation name. */
export const refusal = (error: GraphQLError, code: string): GraphQLFormattedError =>
  located(error, error.message, { code, retriable: false })

function located(error: GraphQLError, message: string, extensions: Record<string, unknown>): GraphQLFormattedError {
  return {
    message,
    ...(error.locations ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
    extensions,
  }
}

function originOf(error: GraphQLError): Error {
  let origin: Error = error
  while (origin instanceof GraphQLError && origin.originalError) origin = origin.originalError
  return origin
}

/** graphql-js points at the value where an argument could not be coerced, at the field where our own result was wrong. */
const isInputError = (origin: Error) =>
  origin instanceof GraphQLError && origin.nodes !== undefined && origin.nodes[0]?.kind !== Kind.FIELD
