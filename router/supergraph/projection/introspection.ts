import { Kind, OperationTypeNode, executeSync } from 'graphql'
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { FieldNodes } from './collectFields.ts'

/** Answers `__schema` or `__type` from the schema that clients see. `fragments`: those of the client's document. */
export function introspect(
  schema: GraphQLSchema,
  { document, operation }: { document: DocumentNode; operation: OperationDefinitionNode },
  nodes: FieldNodes,
  variableValues: Record<string, unknown>,
): string {
  const query: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    ...(operation.variableDefinitions ? { variableDefinitions: operation.variableDefinitions } : {}),
    selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
  }
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
  const asked: DocumentNode = { kind: Kind.DOCUMENT, definitions: [query, ...fragments] }
  const { data, errors } = executeSync({ schema, document: asked, variableValues })
  if (errors) throw new Error(`The schema could not be told: ${errors[0]?.message}`)
  const [{ alias, name }] = nodes
  return JSON.stringify(data?.[alias?.value ?? name.value] ?? null)
}
