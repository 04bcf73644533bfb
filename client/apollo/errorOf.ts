import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors'
import { ApiError } from '../errors/apiError.ts'

/** Reads whatever Apollo Client rejected with as an {@link ApiError}. */
export function errorOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (CombinedGraphQLErrors.is(error) && error.errors[0]) return ApiError.fromGraphQL(error.errors[0])
  if (ServerError.is(error) || ServerParseError.is(error)) return ofAnswer(error.statusCode, error.bodyText)
  return ApiError.network()
}

/** A refused request may still carry GraphQL errors in its body. */
function ofAnswer(status: number, body: string): ApiError {
  try {
    const first = JSON.parse(body)?.errors?.[0]
    if (typeof first?.message === 'string') return ApiError.fromGraphQL(first)
  } catch {
    // Not JSON: a proxy's page, for example. The status says what there is to say.
  }
  return ApiError.status(status)
}
