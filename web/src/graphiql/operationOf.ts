import { getOperationAST, Kind, parse, type OperationDefinitionNode } from 'graphql'

/**
 * Which operation is asked for; none where the document does not say. The only one of a document is, whatever its name: for a
 * moment after a tab was changed, GraphiQL still gives the name of the one before.
 */
export function operationOf(asked: { query: string; operationName?: string | null }): OperationDefinitionNode | null {
  try {
    const document = parse(asked.query)
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    return getOperationAST(document, operations.length === 1 ? null : asked.operationName) ?? null
  } catch {
    return null
  }
}
