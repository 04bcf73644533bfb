import { createHash } from 'node:crypto'
import { Kind, print, separateOperations, stripIgnoredCharacters, visit } from 'graphql'
import type { DefinitionNode, DocumentNode } from 'graphql'

/**
 * One operation of a document in a form that clients do not change: only the fragments that it uses, in the order of their
 * names, without white space, and without `__typename`, which Apollo Client adds everywhere.
 */
export function normalForm(document: DocumentNode, operationName: string | undefined): string {
  const separated = separateOperations(document)
  const own = separated[operationName ?? ''] ?? Object.values(separated)[0] ?? document
  const definitions = [...own.definitions].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
  const lean = visit({ ...own, definitions } as DocumentNode, {
    [Kind.FIELD]: (node) => (node.name.value === '__typename' && !node.alias ? null : undefined),
  })
  return stripIgnoredCharacters(print(lean))
}

/** Under which an operation stands in a safelist. */
export const documentId = (normal: string): string => createHash('sha256').update(normal).digest('hex')

const sortKey = (node: DefinitionNode): string =>
  `${node.kind === Kind.OPERATION_DEFINITION ? 0 : 1} ${'name' in node ? (node.name?.value ?? '') : ''}`
