import type { ApiError } from '../errors/apiError.ts'

/** Refusals of a subscription that stay refusals. Anything else (an unknown fault included) is tried again, ever more slowly. */
const finalCodes: ReadonlySet<string> = new Set([
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID_INPUT',
  'LIMIT_EXCEEDED',
  'REFUSED',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'NOT_CONTACTABLE',
  'OPERATION_NOT_TRUSTED',
  'OPERATION_TOO_COMPLEX',
  'OPERATION_TOO_EXPENSIVE',
])

/** Another token may do where one was refused; this many in a row say that none will. */
const refusalsTaken = 4

/** Whether trying again cannot help, after `attempt` tries in a row that came to nothing. */
export const isFinal = ({ code }: ApiError, attempt: number): boolean =>
  finalCodes.has(code) || (code === 'UNAUTHENTICATED' && attempt + 1 >= refusalsTaken)
