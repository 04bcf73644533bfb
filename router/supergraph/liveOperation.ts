import type { SubscriptionNode } from '@apollo/query-planner'
import { getArgumentValues, separateOperations } from 'graphql'
import type { FieldNode, GraphQLField } from 'graphql'
import { BadUserInput, InvalidInput } from '../../platform/errors.ts'
import type { Logger } from '../../platform/telemetry/createLogger.ts'
import { Answer } from './answer.ts'
import { asker, type Asking } from './askSubgraph.ts'
import { coerceVariables } from './coerceVariables.ts'
import { buildEventFetch } from './eventFetch.ts'
import { EVENT, eventPlan, eventSource } from './eventPlan.ts'
import { compilePlan, type Ask } from './execution/index.ts'
import { fragmentsByName } from './fragments.ts'
import type { Graph } from './graph.ts'
import { openTopic } from './openTopic.ts'
import { projectPayload } from './projectPayload.ts'
import { createProjector } from './projection/index.ts'
import { runOperation } from './runOperation.ts'
import type { LiveOperation, PreparedOperation, TopicRequest } from './supergraph.ts'
import { topicName } from './topicName.ts'
import { isViewerIndependent } from './viewerIndependence.ts'

/** What live operations stand on. */
export interface LiveParts extends Asking {
  graph: Graph
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
  const owner = primary.serviceName
  const fetch = buildEventFetch(primary.operation)
  const runnable = {
    requests: compilePlan(eventPlan({ primary, ...(rest ? { rest } : {}) }), graph.isOfType),
    project: createProjector(graph.apiSchema, operation, own),
  }
  return {
    field: field.name,
    responseKey,
    subgraph: owner,
    ...live,
    viewerIndependent: isViewerIndependent(graph.apiSchema, graph.marks, own),
    topic: (variables) => {
      const coerced = coerceVariables(graph.apiSchema, operation, variables)
      if ('errors' in coerced) throw new BadUserInput(coerced.errors.map(({ message }) => message).join(' '))
      return topicRequest(field, root, coerced.values, live)
    },
    open: (topic, limit, context) => {
      const request = { field: field.name, topic, limit }
      return openTopic(owner, request, context, parts)
    },
    resolveEvent: async (payload, variables, context): Promise<Answer> => {
      const coerced = coerceVariables(graph.apiSchema, operation, variables)
      if ('errors' in coerced) return new Answer(undefined, coerced.errors)
      // Where the payload holds all that the client selected, there is nothing to plan or merge.
      const projection = { schema: graph.apiSchema, fragments, variables: coerced.values }
      const whole = projectPayload(projection, field.type, root.selectionSet?.selections ?? [], payload)
      if (whole !== undefined) return Answer.of({ data: { [responseKey]: whole } })
      const subgraphs = asker(parts, context)
      const ask: Ask = (name, request) =>
        name === EVENT
          ? eventSource(graph, { owner, fetch, ask: subgraphs }, payload, coerced.values)
          : subgraphs(name, request)
      return runOperation(runnable, coerced.values, { ask, requestId: context.requestId, logger: parts.logger })
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
