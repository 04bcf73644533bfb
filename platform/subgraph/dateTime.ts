import { GraphQLScalarType } from 'graphql'
import { GraphQLDateTimeISO } from 'graphql-scalars'

/**
 * The `DateTime` scalar of every subgraph. Resolvers may return milliseconds since 1970, a Date, or RFC 3339 text; the
 * client gets RFC 3339 in UTC with milliseconds. Input is RFC 3339 text; resolvers get a Date that is a real instant.
 */
export const dateTime = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'A moment in UTC with milliseconds, RFC 3339: `2026-01-31T09:30:00.000Z`.',
})
