import { isCompositeType, isListType, isNonNullType, isObjectType } from 'graphql'
import type { GraphQLObjectType, GraphQLOutputType, SelectionNode } from 'graphql'
import { setOwn, type Data } from './execution/data.ts'
import { collectFields, selectionsOf, type FieldNodes, type Reading } from './projection/index.ts'

/**
 * Answers a selection from data that is at hand, as a subgraph would: with aliases, `__typename` and type conditions.
 * The answer shares nothing with the data, so it may be merged into.
 *
 * The data is in the shape of the type, with `__typename` at every object of an abstract type. Undefined where it lacks
 * something selected, or breaks its type, or a field takes arguments: its owner must be asked.
 */
export type PayloadProjection = (value: unknown) => unknown

/** Read once; what an object of a type answers is found out when the first one comes. */
export function payloadProjection(
  reading: Reading,
  type: GraphQLOutputType,
  selections: readonly SelectionNode[],
): PayloadProjection {
  const project = nullable(reading, isNonNullType(type) ? type.ofType : type, selections)
  if (isNonNullType(type)) return (value) => (value === undefined || value === null ? undefined : project(value))
  return (value) => (value === undefined || value === null ? value : project(value))
}

/** The same, once. */
export const projectPayload = (
  reading: Reading,
  type: GraphQLOutputType,
  selections: readonly SelectionNode[],
  value: unknown,
): unknown => payloadProjection(reading, type, selections)(value)

/** `value` is there. */
function nullable(reading: Reading, type: GraphQLOutputType, selections: readonly SelectionNode[]): PayloadProjection {
  if (isListType(type)) {
    const item = payloadProjection(reading, type.ofType as GraphQLOutputType, selections)
    return (value) => {
      if (!Array.isArray(value)) return undefined
      const items = value.map(item)
      return items.includes(undefined) ? undefined : items
    }
  }
  if (!isCompositeType(type)) return (value) => (typeof value === 'object' ? structuredClone(value) : value)
  const known = new Map<unknown, PayloadProjection>()
  return (value) => {
    if (typeof value !== 'object') return undefined
    const typename = (value as Data)['__typename'] ?? type.name
    let project = known.get(typename)
    if (!project) {
      const objectType = reading.schema.getType(String(typename))
      if (!isObjectType(objectType)) return undefined
      known.set(typename, (project = objectProjection(reading, objectType, selections)))
    }
    return project(value)
  }
}

function objectProjection(
  reading: Reading,
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
): PayloadProjection {
  const fields = [...collectFields(reading, type, selections)].map(
    ([key, nodes]) => [key, fieldProjection(reading, type, nodes)] as const,
  )
  return (value) => {
    const target: Data = {}
    for (const [key, project] of fields) {
      const one = project(value)
      if (one === undefined) return undefined
      setOwn(target, key, one)
    }
    return target
  }
}

/** Of the object that holds the field. */
function fieldProjection(reading: Reading, type: GraphQLObjectType, nodes: FieldNodes): PayloadProjection {
  const [{ name, arguments: given }] = nodes
  if (name.value === '__typename') return () => type.name
  const field = type.getFields()[name.value]
  if (!field || given?.length) return () => undefined
  const project = payloadProjection(reading, field.type, selectionsOf(nodes))
  return (source) => (Object.hasOwn(source as Data, name.value) ? project((source as Data)[name.value]) : undefined)
}
