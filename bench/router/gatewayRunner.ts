import { buildOperationContext, executeQueryPlan, type ServiceMap } from '@apollo/gateway'
import { operationFromDocument, Supergraph } from '@apollo/federation-internals'
import { QueryPlanner } from '@apollo/query-planner'
import { parse } from 'graphql'
import type { SubgraphRequest, SubgraphResult } from '../../platform/subgraph/index.ts'

type Answerer = (subgraph: string, request: Pick<SubgraphRequest, 'query' | 'variables'>) => Promise<SubgraphResult>

/** @apollo/gateway's executor on a plan that is made: what its gateway does for each request after planning. */
export function gatewayRunner(sdl: string, answer: Answerer, query: string): () => Promise<string> {
  const composed = Supergraph.build(sdl)
  const apiSchema = composed.apiSchema()
  const [schema, supergraphSchema] = [apiSchema.toGraphQLJSSchema(), composed.schema.toGraphQLJSSchema()]
  const operationDocument = parse(query)
  const plan = new QueryPlanner(composed).buildQueryPlan(operationFromDocument(apiSchema, operationDocument))
  const names = [...composed.subgraphNameToGraphEnumValue().keys()]
  const services: ServiceMap = Object.fromEntries(
    names.map((name) => [
      name,
      {
        process: ({ request }) =>
          answer(name, { query: request.query!, variables: request.variables ?? {} }) as ReturnType<
            ServiceMap[string]['process']
          >,
      },
    ]),
  )
  return async () => {
    const operationContext = buildOperationContext({ schema, operationDocument })
    const request = { request: { variables: {} }, context: {}, logger: console, metrics: {} } as never
    return JSON.stringify(
      await executeQueryPlan(plan, services, request, operationContext, supergraphSchema, apiSchema),
    )
  }
}
