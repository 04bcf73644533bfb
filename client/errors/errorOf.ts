import type { GraphQLFormattedError } from 'graphql'
import { ApiError } from './apiError.ts'

/**
 * Reads whatever a client rejected with as an {@link ApiError}. Apollo Client's errors are known by their shape, so that nobody
 * who does without it has to install it.
 */
export function errorOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (typeof error !== 'object' || error === null) return ApiError.network()
  const { errors, statusCode, bodyText } = error as { errors?: unknown; statusCode?: unknown; bodyText?: unknown }
  // CombinedGraphQLErrors
  if (Array.isArray(errors) && isGraphQLError(errors[0])) return ApiError.fromGraphQL(errors[0])
  // ServerError, ServerParseError
  if (typeof statusCode === 'number') return ofAnswer(statusCode, typeof bodyText === 'string' ? bodyText : '')
  return ApiError.network()
}

/** A refused request may still carry GraphQL errors in its body. */
function ofAnswer(status: number, body: string): ApiError {
  try {
    const first: unknown = JSON.parse(body)?.errors?.[0]
    if (isGraphQLError(first)) return ApiError.fromGraphQL(first)
  } catch {
    // Not JSON: a proxy's page, for example. The status says what there is to say.
  }
  return ApiError.status(status)
}

const isGraphQLError = (error: unknown): error is GraphQLFormattedError =>
  typeof error === 'object' && error !== null && typeof (error as { message?: unknown }).message === 'string'
