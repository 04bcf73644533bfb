import { GraphQLIncludeDirective, GraphQLSkipDirective, Kind, getDirectiveValues, isAbstractType } from 'graphql'
import type { FieldNode, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, SelectionNode } from 'graphql'
import type { Fragments } from '../fragments.ts'
import { readArguments } from '../readArguments.ts'

/** The fields of one response key. The first says what it is, all say what is selected below. */
export type FieldNodes = readonly [FieldNode, ...FieldNode[]]

/** Stands where nothing is selected: it is asked for, so that an object is known to be there, and never shown. */
export const presence: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }

/** What a selection is read with: fragments by name, and the values of the variables that conditions stand on. */
export interface Reading {
  readonly schema: GraphQLSchema
  readonly fragments: Fragments
  readonly variables: Record<string, unknown>
}

/** The fields that an object of `type` answers, by response key, in the order of their first mention. */
export function collectFields(
  reading: Reading,
  type: GraphQLObjectType | GraphQLInterfaceType,
  selections: readonly SelectionNode[],
  fields = new Map<string, [FieldNode, ...FieldNode[]]>(),
): Map<string, FieldNodes> {
  for (const selection of selections) {
    if (selection === presence || !isIncluded(reading, selection)) continue
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value
      const nodes = fields.get(key)
      if (nodes) nodes.push(selection)
      else fields.set(key, [selection])
      continue
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragmentOf(reading, selection.name.value) : selection
    const condition = fragment.typeCondition?.name.value
    if (condition !== undefined && !isOfType(reading.schema, type, condition)) continue
    collectFields(reading, type, fragment.selectionSet.selections, fields)
  }
  return fields
}

export const selectionsOf = (nodes: FieldNodes): SelectionNode[] =>
  nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])

function fragmentOf({ fragments }: Reading, name: string) {
  const fragment = fragments.get(name)
  if (!fragment) throw new Error(`The document lacks the fragment ${name}.`)
  return fragment
}

function isOfType(schema: GraphQLSchema, type: GraphQLObjectType | GraphQLInterfaceType, condition: string): boolean {
  const other = schema.getType(condition)
  return other === type || (isAbstractType(other) && schema.isSubType(other, type))
}

/** What @skip and @include say. @throws BadUserInput  one stands on a variable that is null */
export function isIncluded({ variables }: Pick<Reading, 'variables'>, node: SelectionNode): boolean {
  if (!node.directives?.length) return true
  return readArguments(() => {
    if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false
    return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false
  })
}
