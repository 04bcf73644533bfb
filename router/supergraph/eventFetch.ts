import { Kind, OperationTypeNode, parse, print, stripIgnoredCharacters, visit } from 'graphql'
import type { FieldNode, OperationDefinitionNode, SelectionNode } from 'graphql'

/** A subscription's part for the owner of its field, turned so that it can be answered for one event. */
export interface EventFetch {
  readonly field: string
  readonly responseKey: string
  readonly selections: readonly SelectionNode[]
  /** Asks the owner's `_event_<field>` for the same, under the same response key. */
  readonly query: string
  /** The variable of `query` that takes the payload, and the client's variables that it uses besides. */
  readonly payloadVariable: string
  readonly variableUsages: readonly string[]
}

/** `operation`: the text of the planned subscription operation for the owner. */
export function buildEventFetch(operation: string): EventFetch {
  const subscription = parse(operation, { noLocation: true }).definitions[0] as OperationDefinitionNode
  const [root] = subscription.selectionSet.selections
  if (root?.kind !== Kind.FIELD) throw new Error('The plan of a subscription does not begin with its field.')

  const variableUsages = variablesIn(root)
  const payloadVariable = unusedName('payload', variableUsages)
  const responseKey = root.alias?.value ?? root.name.value
  const kept = (subscription.variableDefinitions ?? []).filter(({ variable }) =>
    variableUsages.includes(variable.name.value),
  )
  const definitions = [`$${payloadVariable}: _Any!`, ...kept.map(print)].join(', ')
  const selection = root.selectionSet ? print(root.selectionSet) : ''
  const field = `${responseKey}: _event_${root.name.value}(payload: $${payloadVariable})`
  return {
    field: root.name.value,
    responseKey,
    selections: root.selectionSet?.selections ?? [],
    query: stripIgnoredCharacters(`${OperationTypeNode.QUERY}(${definitions}) { ${field} ${selection} }`),
    payloadVariable,
    variableUsages,
  }
}

/** Below the field: what its own arguments use is for opening the topic. */
function variablesIn({ selectionSet }: FieldNode): string[] {
  const names = new Set<string>()
  if (selectionSet) visit(selectionSet, { [Kind.VARIABLE]: ({ name }) => void names.add(name.value) })
  return [...names]
}

const unusedName = (name: string, used: readonly string[]): string =>
  used.includes(name) ? unusedName(`${name}_`, used) : name
