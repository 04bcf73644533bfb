import { GraphQLError, Kind } from 'graphql'
import type { ASTNode, DirectiveNode, DocumentNode, FieldNode, OperationDefinitionNode, SelectionNode } from 'graphql'
import { ValidationFailed } from '../../platform/errors.ts'
import { fragmentsByName, type Fragments } from './fragments.ts'

/**
 * The one field that a subscription asks for, also when fragments stand around it. Written several times, it is one with
 * all their selections.
 *
 * To be called before validation, whose own rule on subscriptions fails on a condition by a variable.
 * @throws GraphQLError  GRAPHQL_VALIDATION_FAILED: @skip or @include at the root, or not exactly one field. Whether to
 *                       subscribe, and to what, must be known before there is a first event.
 */
export function subscriptionRoot(operation: OperationDefinitionNode, document: DocumentNode): FieldNode {
  const fields = rootFields(operation.selectionSet.selections, fragmentsByName(document), new Set())
  const [first] = fields
  const key = ({ alias, name }: FieldNode) => alias?.value ?? name.value
  if (!first || fields.some((field) => key(field) !== key(first))) {
    throw new GraphQLError('A subscription must select exactly one field.', refusedAt(fields))
  }
  if (first.name.value.startsWith('__')) {
    throw new GraphQLError('A subscription cannot be to introspection.', refusedAt([first]))
  }
  const selections = fields.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
  return selections.length > 0 ? { ...first, selectionSet: { kind: Kind.SELECTION_SET, selections } } : first
}

function rootFields(selections: readonly SelectionNode[], fragments: Fragments, seen: Set<string>): FieldNode[] {
  return selections.flatMap((selection) => {
    refuseConditions(selection.directives)
    if (selection.kind === Kind.FIELD) return [selection]
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(selection.selectionSet.selections, fragments, seen)
    const fragment = fragments.get(selection.name.value)
    if (!fragment || seen.has(selection.name.value)) return []
    return rootFields(fragment.selectionSet.selections, fragments, seen.add(selection.name.value))
  })
}

function refuseConditions(directives: readonly DirectiveNode[] = []): void {
  const condition = directives.find(({ name }) => name.value === 'skip' || name.value === 'include')
  if (!condition) return
  const message = `@${condition.name.value} cannot stand at the root of a subscription: subscribe, or do not.`
  throw new GraphQLError(message, refusedAt([condition]))
}

const refusedAt = (nodes: readonly ASTNode[]) => ({
  nodes,
  extensions: { code: ValidationFailed.code, retriable: ValidationFailed.retriable },
})
