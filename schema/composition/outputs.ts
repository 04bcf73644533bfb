import { printSchema, type GraphQLSchema } from 'graphql'
import { apiOf } from '../contracts/apiOf.ts'
import { contract } from '../contracts/contract.ts'
import type { Tree } from '../project/tree.ts'
import type { ProjectFile } from '../project/projectFile.ts'
import { trustedDocuments } from '../trustedDocuments.ts'

export interface ComposedParts {
  supergraph: string
  api: GraphQLSchema
}

/**
 * The files that a project wants of its composition, by their names.
 * @throws ContractBroken
 */
export function outputsOf(
  { supergraph, api }: ComposedParts,
  { outputs, contracts, operations }: Pick<ProjectFile, 'outputs' | 'contracts' | 'operations'>,
  tree: Tree,
): Record<string, string> {
  const contractFiles = Object.entries(outputs.contracts ?? {}).map(([name, file]) => {
    const shown = apiOf(contract(supergraph, contracts[name]!))
    return [file, `${printSchema(shown)}\n`] as const
  })
  return {
    ...(outputs.supergraph ? { [outputs.supergraph]: supergraph } : {}),
    ...(outputs.api ? { [outputs.api]: `${printSchema(api)}\n` } : {}),
    ...Object.fromEntries(contractFiles),
    ...(outputs.trustedDocuments ? { [outputs.trustedDocuments]: trustedDocuments(tree, operations) } : {}),
  }
}
