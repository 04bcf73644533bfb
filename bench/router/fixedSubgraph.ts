import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { Subgraph, SubgraphResult } from '../../platform/subgraph/index.ts'

/** A subgraph over fixed data: each text is parsed once. */
export function fixedSubgraph(name: string, schema: GraphQLSchema): Subgraph {
  const documents = new Map<string, DocumentNode>()
  return {
    name,
    schema,
    async execute({ query, variables = {} }) {
      let document = documents.get(query)
      if (!document) documents.set(query, (document = parse(query)))
      return (await execute({ schema, document, variableValues: variables })) as SubgraphResult
    },
    close: async () => undefined,
  }
}
