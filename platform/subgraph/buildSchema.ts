import { buildSubgraphSchema } from '@apollo/subgraph'
import { isObjectType, parse } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import { ConfigurationError } from '../errors.ts'
import { dateTime } from './dateTime.ts'

/** Resolvers by type and field, as codegen's `Resolvers` type has them. */
export type ResolverMap = Readonly<Record<string, unknown>>

/**
 * The executable schema of a subgraph, with `_service` and `_entities`.
 * @throws ConfigurationError  a resolver for a type or field that the SDL does not have
 */
export function buildSchema(typeDefs: string, resolvers: ResolverMap): GraphQLSchema {
  const given = { DateTime: dateTime, ...resolvers }
  type Modules = Exclude<Parameters<typeof buildSubgraphSchema>[0], unknown[]>
  const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: given } as Modules)
  requireFields(schema, resolvers)
  return schema
}

/** `buildSubgraphSchema` passes over resolvers that fit nothing: a misspelt one would never run. */
function requireFields(schema: GraphQLSchema, resolvers: ResolverMap): void {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName)
    if (!type) throw new ConfigurationError(`There are resolvers for ${typeName}, which the SDL does not have.`)
    if (!isObjectType(type)) continue
    for (const field of Object.keys(fields as object)) {
      if (field.startsWith('__') || type.getFields()[field]) continue
      throw new ConfigurationError(`There is a resolver for ${typeName}.${field}, which the SDL does not have.`)
    }
  }
}
