import { Kind, parse } from 'graphql'
import type {
  DirectiveNode,
  DocumentNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
  SelectionSetNode,
} from 'graphql'

type Entity = Record<string, unknown>
/** All entities by their type, as the data has them. */
export type Entities = Record<string, Entity[]>

type TypeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode

/**
 * Resolvers that find an entity by any of its keys. What they return has the fields that are the subgraph's own, and those
 * that came with the representation: a field that stands on @external ones sees what the router sent, and nothing else.
 */
export function referenceResolvers(typeDefs: DocumentNode) {
  const types = typeDefs.definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  )
  const keyed = types.filter((type) => directives(type, 'key').length > 0)
  return Object.fromEntries(
    keyed.map((type) => [
      type.name.value,
      { __resolveReference: (reference: Entity, entities: Entities) => resolve(type, reference, entities, typeDefs) },
    ]),
  )
}

const directives = ({ directives: given = [] }: { directives?: readonly DirectiveNode[] }, name: string) =>
  given.filter((directive) => directive.name.value === name)

function resolve(type: TypeNode, reference: Entity, entities: Entities, typeDefs: DocumentNode): Entity | null {
  const keys = directives(type, 'key').map(keyFields)
  const key = keys.find((fields) => has(reference, fields))
  if (!key) throw new Error(`No key of ${type.name.value} is in ${JSON.stringify(reference)}.`)
  const candidates = isAbstract(type) ? Object.values(entities).flat() : (entities[type.name.value] ?? [])
  const found = candidates.find((entity) => same(reference, entity, key))
  if (!found) return null
  const implementation = typeDefs.definitions.find(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === found['__typename'],
  ) as TypeNode | undefined
  const own = (implementation ?? type).fields?.filter((field) => directives(field, 'external').length === 0) ?? []
  const picked: Entity = { __typename: found['__typename'] }
  for (const { name } of own) if (name.value in found) picked[name.value] = found[name.value]
  return { ...picked, ...reference, __typename: found['__typename'] }
}

const isAbstract = (type: TypeNode) =>
  type.kind === Kind.INTERFACE_TYPE_DEFINITION || directives(type, 'interfaceObject').length > 0

function keyFields(key: DirectiveNode): SelectionSetNode {
  const fields = key.arguments?.find(({ name }) => name.value === 'fields')?.value
  const [operation] = parse(`{ ${fields?.kind === Kind.STRING ? fields.value : ''} }`).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A key is a selection.')
  return operation.selectionSet
}

function has(value: unknown, { selections }: SelectionSetNode): boolean {
  return selections.every((field) => {
    if (field.kind !== Kind.FIELD) return false
    const below = (value as Entity | null)?.[field.name.value]
    return below !== undefined && (!field.selectionSet || has(below, field.selectionSet))
  })
}

function same(a: unknown, b: unknown, { selections }: SelectionSetNode): boolean {
  return selections.every((field) => {
    if (field.kind !== Kind.FIELD) return false
    const [left, right] = [a, b].map((value) => (value as Entity | null | undefined)?.[field.name.value])
    return field.selectionSet ? same(left, right, field.selectionSet) : left === right
  })
}
