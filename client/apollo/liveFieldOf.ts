import type { DocumentNode, FieldNode } from 'graphql'

/** The one field of a subscription; undefined where the document has none, or has it in a fragment. */
export function liveFieldOf({ definitions }: DocumentNode): FieldNode | undefined {
  for (const definition of definitions) {
    if (definition.kind !== 'OperationDefinition' || definition.operation !== 'subscription') continue
    return definition.selectionSet.selections.find((selection) => selection.kind === 'Field')
  }
  return undefined
}
