/** Refusals of a subscription that stay refusals. Anything else (an unknown fault included) is tried again, ever more slowly. */
export const finalCodes: ReadonlySet<string> = new Set([
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
])
