import { getNamedType, isInputObjectType, isInterfaceType, isObjectType, isUnionType } from 'graphql'
import type { GraphQLNamedType, GraphQLSchema } from 'graphql'

/** The names of the types to which some way leads from Query, Mutation, Subscription, or the argument of a directive. */
export function reachableTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const found = new Set<string>()
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  const arguments_ = schema.getDirectives().flatMap(({ args }) => args.map(({ type }) => getNamedType(type)))
  const waiting: GraphQLNamedType[] = [...roots.filter((type) => type != null), ...arguments_]
  for (let type = waiting.pop(); type; type = waiting.pop()) {
    if (found.has(type.name)) continue
    found.add(type.name)
    waiting.push(...typesBehind(type, schema))
  }
  return found
}

function typesBehind(type: GraphQLNamedType, schema: GraphQLSchema): GraphQLNamedType[] {
  if (isUnionType(type)) return [...type.getTypes()]
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => getNamedType(field.type))
  if (!isObjectType(type) && !isInterfaceType(type)) return []
  const fields = Object.values(type.getFields()).flatMap((field) => [field.type, ...field.args.map((one) => one.type)])
  const { objects, interfaces } = isInterfaceType(type)
    ? schema.getImplementations(type)
    : { objects: [], interfaces: [] }
  return [...fields.map((one) => getNamedType(one)), ...type.getInterfaces(), ...objects, ...interfaces]
}
