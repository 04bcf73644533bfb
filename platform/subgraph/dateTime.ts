import { GraphQLError, GraphQLScalarType, type ValueNode } from 'graphql'
import { GraphQLDateTimeISO } from 'graphql-scalars'
import { BadUserInput } from '../errors.ts'

const config = GraphQLDateTimeISO.toConfig()

/** Most are what `toISOString` wrote, and need no second look; days that not every month has get one. */
const WRITTEN = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const isWritten = (value: unknown): value is string => typeof value === 'string' && WRITTEN.test(value)

/**
 * The `DateTime` scalar of every subgraph. Resolvers may return milliseconds since 1970, a Date, or RFC 3339 text; the
 * client gets RFC 3339 in UTC with milliseconds. Input is RFC 3339 text; resolvers get a Date that is a real instant. Other text is
 * the client's mistake wherever it stands: a router knows no scalar of ours, and hands on what is written into a document.
 */
export const dateTime = new GraphQLScalarType({
  ...config,
  name: 'DateTime',
  serialize: (value) => (isWritten(value) ? value : GraphQLDateTimeISO.serialize(value)),
  description: 'A moment in UTC with milliseconds, RFC 3339: `2026-01-31T09:30:00.000Z`.',
  parseLiteral(node: ValueNode, variables) {
    try {
      return config.parseLiteral(node, variables)
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      throw new GraphQLError(error.message, { nodes: node, extensions: { code: BadUserInput.code } })
    }
  },
})
