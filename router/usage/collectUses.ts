import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'

/**
 * Each part of the schema that an operation uses, as a schema coordinate, with the node that uses it first:
 * `Query.products`, `Query.products(first:)`, `Color.RED`, `ProductInput.name`, `@include`, and the types on the way
 * (`Product`). What a variable may carry counts as used: every field of its input type, every value of its enum.
 * `document` holds one operation and its fragments. What the schema does not know is left out.
 */
export function collectUses(schema: GraphQLSchema, document: DocumentNode): Map<string, ASTNode> {
  const uses = new Map<string, ASTNode>()
  const types = new TypeInfo(schema)
  const use = (coordinate: string, node: ASTNode): void => void (uses.has(coordinate) || uses.set(coordinate, node))
  const useOutput = (type: GraphQLOutputType, node: ASTNode) => use(getNamedType(type).name, node)
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.FIELD](node) {
        const [parent, field] = [types.getParentType(), types.getFieldDef()]
        if (!parent || !field || field.name.startsWith('__')) return
        use(parent.name, node)
        use(`${parent.name}.${field.name}`, node)
        useOutput(field.type, node)
      },
      [Kind.ARGUMENT](node) {
        const [parent, field, argument] = [types.getParentType(), types.getFieldDef(), types.getArgument()]
        if (types.getDirective() || !parent || !field || !argument) return
        use(`${parent.name}.${field.name}(${argument.name}:)`, node)
        use(getNamedType(argument.type).name, node)
      },
      [Kind.OBJECT_FIELD](node) {
        const parent = getNamedType(types.getParentInputType())
        if (!isInputObjectType(parent)) return
        use(parent.name, node)
        use(`${parent.name}.${node.name.value}`, node)
      },
      [Kind.ENUM](node) {
        const type = getNamedType(types.getInputType())
        if (isEnumType(type)) use(`${type.name}.${node.value}`, node)
      },
      [Kind.VARIABLE_DEFINITION](node) {
        const type = types.getInputType()
        if (type) for (const coordinate of carriedBy(type)) use(coordinate, node)
      },
      [Kind.INLINE_FRAGMENT]: (node) => void (node.typeCondition && use(node.typeCondition.name.value, node)),
      [Kind.FRAGMENT_DEFINITION]: (node) => use(node.typeCondition.name.value, node),
      [Kind.DIRECTIVE]: (node) => use(`@${node.name.value}`, node),
    }),
  )
  return uses
}

/** All that a value of an input type may hold. */
function carriedBy(type: GraphQLInputType, seen = new Set<string>()): Set<string> {
  const named = getNamedType(type)
  if (seen.has(named.name)) return seen
  seen.add(named.name)
  if (isEnumType(named)) for (const { name } of named.getValues()) seen.add(`${named.name}.${name}`)
  if (!isInputObjectType(named)) return seen
  for (const field of Object.values(named.getFields())) {
    seen.add(`${named.name}.${field.name}`)
    carriedBy(field.type, seen)
  }
  return seen
}
