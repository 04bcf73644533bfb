import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionNode,
} from 'graphql'
import type { Fragments } from './fragments.ts'

type Fields = Map<string, [FieldNode, ...FieldNode[]]>

/** One projection: the schema that types are looked up in, fragments by name, and the values for @skip and @include. */
export interface Projection {
  schema: GraphQLSchema
  fragments: Fragments
  variables: Record<string, unknown>
}

/**
 * Answers a selection from data that is at hand, as a subgraph would: with aliases, `__typename` and type conditions.
 * The answer shares nothing with `value`, so it may be merged into.
 *
 * `value` is in the shape of `type`, with `__typename` at every object of an abstract type.
 * @returns undefined  the data lacks something selected, or breaks its type, or a field takes arguments: its owner must
 *                     be asked
 */
export function projectPayload(
  projection: Projection,
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
  projection: Projection,
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  source: Record<string, unknown>,
): Record<string, unknown> | undefined {
  const fields: Fields = new Map()
  collectFields(projection, type, selections, fields)

  // Keys are the client's own words: `__proto__` may be among them.
  const target: Record<string, unknown> = Object.create(null)
  for (const [key, nodes] of fields) {
    const value = projectField(projection, type, nodes, source)
    if (value === undefined) return undefined
    target[key] = value
  }
  return target
}

function projectField(
  projection: Projection,
  type: GraphQLObjectType,
  nodes: [FieldNode, ...FieldNode[]],
  source: Record<string, unknown>,
): unknown {
  const [{ name, arguments: given }] = nodes
  if (name.value === '__typename') return type.name
  const field = type.getFields()[name.value]
  if (!field || given?.length || !Object.hasOwn(source, name.value)) return undefined
  const selections = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
  return projectPayload(projection, field.type, selections, source[name.value])
}

/** Adds the fields that an object of `type` answers, by response key. */
function collectFields(
  projection: Projection,
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
  fields: Fields,
): void {
  for (const selection of selections) {
    if (!isIncluded(projection, selection)) continue
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value
      const nodes = fields.get(key)
      if (nodes) nodes.push(selection)
      else fields.set(key, [selection])
      continue
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragmentOf(projection, selection.name.value) : selection
    const condition = fragment.typeCondition?.name.value
    if (condition !== undefined && !isOfType(projection.schema, type, condition)) continue
    collectFields(projection, type, fragment.selectionSet.selections, fields)
  }
}

function fragmentOf({ fragments }: Projection, name: string): FragmentDefinitionNode {
  const fragment = fragments.get(name)
  if (!fragment) throw new Error(`The document lacks the fragment ${name}.`)
  return fragment
}

function isOfType(schema: GraphQLSchema, type: GraphQLObjectType, condition: string): boolean {
  const other = schema.getType(condition)
  return other === type || (isAbstractType(other) && schema.isSubType(other, type))
}

function isIncluded({ variables }: Projection, node: SelectionNode): boolean {
  if (!node.directives?.length) return true
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
}
