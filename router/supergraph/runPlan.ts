import { buildOperationContext, executeQueryPlan, type ServiceMap } from '@apollo/gateway'
import type { QueryPlan } from '@apollo/query-planner'
import type { ExecutionResult, GraphQLFormattedError } from 'graphql'
import type { Logger } from '../../platform/telemetry/createLogger.ts'
import { clientError, maskError } from './clientErrors.ts'
import type { Graph } from './graph.ts'
import type { PreparedOperation, RequestContext } from './supergraph.ts'

type RequestOfGateway = Parameters<typeof executeQueryPlan>[2]

export interface PlanRun {
  graph: Graph
  plan: QueryPlan
  dataSources: ServiceMap
  operation: PreparedOperation
  /** Coerced: defaults are filled in. */
  variables: Record<string, unknown>
  context: RequestContext
  logger: Logger
}

/** Runs a plan with @apollo/gateway's executor. Never rejects; errors are fit for clients. */
export async function runPlan(run: PlanRun): Promise<ExecutionResult> {
  const { graph, plan, dataSources, operation, variables, context, logger } = run
  const show = (error: GraphQLFormattedError) => clientError(error, context.requestId, logger)
  const operationName = operation.operation.name?.value
  try {
    const operationContext = buildOperationContext({
      schema: graph.apiSchema,
      operationDocument: operation.document,
      ...(operationName === undefined ? {} : { operationName }),
    })
    const request = { request: { variables }, context, logger, metrics: {} } as unknown as RequestOfGateway
    const result = await executeQueryPlan(
      plan,
      dataSources,
      request,
      operationContext,
      graph.supergraphSchema,
      graph.plannerApiSchema,
    )
    // Where a subgraph broke its own schema, the executor says so here only.
    const broken = (result.extensions?.['valueCompletion'] ?? []) as GraphQLFormattedError[]
    const errors = [...(result.errors ?? []), ...broken].map(show)
    return { data: (result.data as ExecutionResult['data']) ?? null, ...(errors.length > 0 ? { errors } : {}) }
  } catch (error) {
    const masked = maskError(error, context.requestId, logger)
    return { data: null, errors: [show({ message: masked.message, extensions: masked.extensions })] }
  }
}
