import type { ServiceMap } from '@apollo/gateway'
import type { QueryPlan, SubscriptionNode } from '@apollo/query-planner'
import { getArgumentValues, separateOperations } from 'graphql'
import type { ExecutionResult, FieldNode, GraphQLField } from 'graphql'
import { BadUserInput, InvalidInput } from '../../platform/errors.ts'
import type { SubgraphClient } from '../../platform/subgraph/subgraph.ts'
import type { Logger } from '../../platform/telemetry/createLogger.ts'
import { coerceVariables } from './coerceVariables.ts'
import { ask, type DataSource, type ReportFailure } from './dataSources.ts'
import { buildEventFetch, type EventFetch } from './eventFetch.ts'
import type { Graph } from './graph.ts'
import { openTopic } from './openTopic.ts'
import { projectPayload } from './projectPayload.ts'
import { runPlan } from './runPlan.ts'
import type { LiveOperation, PreparedOperation, RequestContext, TopicRequest } from './supergraph.ts'
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

/** The name under which the plan of an event asks for the event itself. No subgraph can be called so. */
const EVENT = '(event)'

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
  const eventFetch = buildEventFetch(primary.operation)
  const plan = eventPlan({ primary, ...(rest ? { rest } : {}) })
  return {
    field: field.name,
    responseKey: root.alias?.value ?? root.name.value,
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
      return openTopic(primary.serviceName, parts.subgraphs(primary.serviceName), request, context, parts)
    },
    resolveEvent: async (payload, variables, context): Promise<ExecutionResult> => {
      const coerced = coerceVariables(graph.apiSchema, operation, variables)
      if ('errors' in coerced) return { errors: coerced.errors }
      const event = eventSource(parts, primary.serviceName, eventFetch, payload, coerced.values)
      const dataSources = { ...parts.dataSources, [EVENT]: event }
      return runPlan({ ...parts, plan, dataSources, operation: prepared, variables: coerced.values, context })
    },
  }
}

/** @apollo/gateway's executor refuses subscriptions, so an event is a query: first for itself, then for what is left. */
function eventPlan({ primary, rest }: Pick<SubscriptionNode, 'primary' | 'rest'>): QueryPlan {
  const event = { ...primary, serviceName: EVENT, operationKind: 'query', variableUsages: [] } as typeof primary
  return { kind: 'QueryPlan', node: { kind: 'Sequence', nodes: rest ? [event, rest] : [event] } }
}

/** Answers from the payload where it holds everything selected; else the owner of the field does, from the payload. */
function eventSource(
  parts: LiveParts,
  owner: string,
  fetch: EventFetch,
  payload: Record<string, unknown>,
  variables: Record<string, unknown>,
): DataSource {
  const { supergraphSchema: schema } = parts.graph
  return {
    async process({ context }) {
      const type = schema.getSubscriptionType()!.getFields()[fetch.field]!.type
      const projected = projectPayload({ schema, variables }, type, fetch.selections, payload)
      if (projected !== undefined) return { data: { [fetch.responseKey]: projected } }
      const used = fetch.variableUsages.filter((name) => variables[name] !== undefined)
      const sent = Object.fromEntries([
        [fetch.payloadVariable, payload],
        ...used.map((name) => [name, variables[name]]),
      ])
      const client = parts.subgraphs(owner)
      const answer = await ask(
        owner,
        client,
        fetch.query,
        sent as Record<string, unknown>,
        context as RequestContext,
        parts.report,
      )
      return answer as Awaited<ReturnType<DataSource['process']>>
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
