import type { ServiceMap } from '@apollo/gateway'
import type { SubscriptionNode } from '@apollo/query-planner'
import { getArgumentValues, separateOperations } from 'graphql'
import type { ExecutionResult, FieldNode, GraphQLField } from 'graphql'
import { BadUserInput, InvalidInput } from '../../platform/errors.ts'
import type { SubgraphClient } from '../../platform/subgraph/subgraph.ts'
import type { Logger } from '../../platform/telemetry/createLogger.ts'
import { coerceVariables } from './coerceVariables.ts'
import type { ReportFailure } from './dataSources.ts'
import { buildEventFetch } from './eventFetch.ts'
import { EVENT, eventPlan, eventSource } from './eventPlan.ts'
import { fragmentsByName } from './fragments.ts'
import type { Graph } from './graph.ts'
import { openTopic } from './openTopic.ts'
import { projectPayload } from './projectPayload.ts'
import { runPlan } from './runPlan.ts'
import type { LiveOperation, PreparedOperation, TopicRequest } from './supergraph.ts'
import { topicName } from './topicName.ts'
import { isViewerIndependent } from './viewerIndependence.ts'

/** What live operations stand on. */
export interface LiveParts {
  graph: Graph
  subgraphs: (name: string) => SubgraphClient
  dataSources: ServiceMap
  report: ReportFailure
  logger: Logger
}

/**
 * A planned subscription. `root` is its one field; `plan` what @apollo/query-planner made of it.
 * @throws Error  the field is not marked `@live`: the graph is wrong, not the client
 */
export function liveOperation(
  parts: LiveParts,
  prepared: PreparedOperation,
  root: FieldNode,
  { primary, rest }: SubscriptionNode,
): LiveOperation {
  const { graph } = parts
  const field = graph.apiSchema.getSubscriptionType()?.getFields()[root.name.value]
  const live = graph.marks.fields.get(root.name.value)
  if (!field || !live) throw new Error(`Subscription.${root.name.value} has no @live directive: nothing feeds it.`)

  const { operation, document } = prepared
  const own = separateOperations(document)[operation.name?.value ?? ''] ?? document
  const fragments = fragmentsByName(own)
  const responseKey = root.alias?.value ?? root.name.value
  const eventFetch = buildEventFetch(primary.operation)
  const plan = eventPlan({ primary, ...(rest ? { rest } : {}) })
  return {
    field: field.name,
    responseKey,
    subgraph: primary.serviceName,
    ...live,
    viewerIndependent: isViewerIndependent(graph.apiSchema, graph.marks, own),
    topic: (variables) => {
      const coerced = coerceVariables(graph.apiSchema, operation, variables)
      if ('errors' in coerced) throw new BadUserInput(coerced.errors.map(({ message }) => message).join(' '))
      return topicRequest(field, root, coerced.values, live)
    },
    open: (topic, limit, context) => {
      const request = { field: field.name, topic, limit }
      return openTopic(primary.serviceName, request, context, parts)
    },
    resolveEvent: async (payload, variables, context): Promise<ExecutionResult> => {
      const coerced = coerceVariables(graph.apiSchema, operation, variables)
      if ('errors' in coerced) return { errors: coerced.errors }
      // Where the payload holds all that the client selected, there is nothing to plan or merge.
      const projection = { schema: graph.apiSchema, fragments, variables: coerced.values }
      const whole = projectPayload(projection, field.type, root.selectionSet?.selections ?? [], payload)
      if (whole !== undefined) return { data: { [responseKey]: whole } }
      const event = eventSource(parts, primary.serviceName, eventFetch, payload, coerced.values)
      const dataSources = { ...parts.dataSources, [EVENT]: event }
      return runPlan({ ...parts, plan, dataSources, operation: prepared, variables: coerced.values, context })
    },
  }
}

function topicRequest(
  field: GraphQLField<unknown, unknown>,
  root: FieldNode,
  variables: Record<string, unknown>,
  { topicTemplate, resumeArgument }: { topicTemplate: string; resumeArgument?: string },
): TopicRequest {
  const values = getArgumentValues(field, root, variables)
  const after = resumeArgument === undefined ? undefined : (values[resumeArgument] ?? undefined)
  if (after !== undefined && (!Number.isSafeInteger(after) || (after as number) < 0)) {
    throw new InvalidInput(`"${resumeArgument}" must be a position: 0 or more.`)
  }
  return { name: topicName(topicTemplate, values), arguments: values, after: after as number | undefined }
}
