import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'

const isRoot = ({ name }: GraphQLNamedType) => ['Query', 'Mutation', 'Subscription'].includes(name)
const sameNames = (type: GraphQLNamedType, names: string[]) =>
  isObjectType(type) && Object.keys(type.getFields()).sort().join() === names.sort().join()

/** A connection or an edge with nothing of its own. */
export const isPlainPage = (type: GraphQLNamedType): boolean =>
  (type.name.endsWith('Connection') && sameNames(type, ['edges', 'pageInfo'])) ||
  (type.name.endsWith('Edge') && sameNames(type, ['node', 'cursor']))

/** By type: the mutation whose section tells of it. */
function mutationsOf(schema: GraphQLSchema): Map<string, string> {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {})
  const own = fields.flatMap((field) => {
    const payload = getNamedType(field.type)
    const input =
      field.args.length === 1 && field.args[0]?.name === 'input' ? getNamedType(field.args[0].type) : undefined
    return [payload, input].flatMap((type) => (type ? [[type.name, field.name] as const] : []))
  })
  // The first mutation counts where several share one.
  return new Map(own.filter(([type]) => /(Payload|Input)$/.test(type)).toReversed())
}

const known = new WeakMap<GraphQLSchema, Map<string, string>>()
const mutations = (schema: GraphQLSchema) => {
  const found = known.get(schema) ?? mutationsOf(schema)
  known.set(schema, found)
  return found
}

export const isPartOfMutation = (type: GraphQLNamedType, schema: GraphQLSchema): boolean =>
  mutations(schema).has(type.name)

/** Where a type stands in the reference; undefined where it has no place of its own. */
export type PlaceOf = (type: GraphQLNamedType) => string | undefined
export const places =
  (schema: GraphQLSchema): PlaceOf =>
  (type) => {
    const mutation = mutations(schema).get(type.name)
    if (mutation) return `mutations.md#${mutation.toLowerCase()}`
    if (isSpecifiedScalarType(type) || isPlainPage(type) || isRoot(type)) return undefined
    const page = isEnumType(type) || isScalarType(type) ? 'enums' : isInputObjectType(type) ? 'inputs' : 'objects'
    return `${page}.md#${type.name.toLowerCase()}`
  }
