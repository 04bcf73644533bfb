import { printSchema, type GraphQLSchema } from 'graphql'
import type { Tree } from '../project/tree.ts'
import type { ProjectFile } from '../project/projectFile.ts'
import { trustedDocuments } from '../trustedDocuments.ts'

export interface ComposedParts {
  supergraph: string
  api: GraphQLSchema
}

/** The files that a project wants of its composition, by their names. */
export function outputsOf(
  { supergraph, api }: ComposedParts,
  { supergraph: supergraphFile, api: apiFile, trustedDocuments: trustedFile }: ProjectFile['outputs'],
  { operations, tree }: { operations: readonly string[]; tree: Tree },
): Record<string, string> {
  return {
    ...(supergraphFile ? { [supergraphFile]: supergraph } : {}),
    ...(apiFile ? { [apiFile]: `${printSchema(api)}\n` } : {}),
    ...(trustedFile ? { [trustedFile]: trustedDocuments(tree, operations) } : {}),
  }
}
