import { isCompositeType, isListType, isNonNullType, isObjectType } from 'graphql'
import type { GraphQLObjectType, GraphQLOutputType, SelectionNode } from 'graphql'
import { collectFields, selectionsOf, type FieldNodes, type Reading } from './projection/index.ts'

/**
 * Answers a selection from data that is at hand, as a subgraph would: with aliases, `__typename` and type conditions.
 * The answer shares nothing with `value`, so it may be merged into.
 *
 * `value` is in the shape of `type`, with `__typename` at every object of an abstract type.
 * @returns undefined  the data lacks something selected, or breaks its type, or a field takes arguments: its owner must
 *                     be asked
 */
export function projectPayload(
  projection: Reading,
  type: GraphQLOutputType,
  selections: readonly SelectionNode[],
  value: unknown,
): unknown {
  if (value === undefined) return undefined
  if (isNonNullType(type)) return projectPayload(projection, type.ofType, selections, value) ?? undefined
  if (value === null) return null
  if (isListType(type)) {
    if (!Array.isArray(value)) return undefined
    const items = value.map((item: unknown) => projectPayload(projection, type.ofType, selections, item))
    return items.includes(undefined) ? undefined : items
  }
  if (!isCompositeType(type)) return typeof value === 'object' ? structuredClone(value) : value
  if (typeof value !== 'object') return undefined
  const source = value as Record<string, unknown>
  const objectType = projection.schema.getType(String(source['__typename'] ?? type.name))
  return isObjectType(objectType) ? projectObject(projection, objectType, selections, source) : undefined
}

function projectObject(
  projection: Reading,
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  source: Record<string, unknown>,
): Record<string, unknown> | undefined {
  // Keys are the client's own words: `__proto__` may be among them.
  const target: Record<string, unknown> = Object.create(null)
  for (const [key, nodes] of collectFields(projection, type, selections)) {
    const value = projectField(projection, type, nodes, source)
    if (value === undefined) return undefined
    target[key] = value
  }
  return target
}

function projectField(
  projection: Reading,
  type: GraphQLObjectType,
  nodes: FieldNodes,
  source: Record<string, unknown>,
): unknown {
  const [{ name, arguments: given }] = nodes
  if (name.value === '__typename') return type.name
  const field = type.getFields()[name.value]
  if (!field || given?.length || !Object.hasOwn(source, name.value)) return undefined
  return projectPayload(projection, field.type, selectionsOf(nodes), source[name.value])
}
