import type { SubscriptionNode } from '@apollo/query-planner'
import { getArgumentValues, separateOperations } from 'graphql'
import type { FieldNode, GraphQLField } from 'graphql'
import { BadUserInput, InvalidInput } from '../../platform/errors.ts'
import type { Logger } from '../../platform/telemetry/createLogger.ts'
import { Answer } from './answer.ts'
import { asker, type Asking } from './askSubgraph.ts'
import { coerceVariables } from './coerceVariables.ts'
import { buildEventFetch, type EventFetch } from './eventFetch.ts'
import { EVENT, eventPlan, eventSource } from './eventPlan.ts'
import { compilePlan, type Ask } from './execution/index.ts'
import { fragmentsByName } from './fragments.ts'
import type { Graph } from './graph.ts'
import type { LiveField } from './liveMarks.ts'
import { openBundle, openTopic } from './openTopic.ts'
import { projectPayload } from './projectPayload.ts'
import { createProjector } from './projection/index.ts'
import { runOperation, type Runnable } from './runOperation.ts'
import { subscriptionRoot } from './subscriptionRoot.ts'
import type { LiveOperation, PreparedOperation, RequestContext, TopicRequest } from './supergraph.ts'
import { topicName, topicNames } from './topicName.ts'
import { variantsOf, type DocumentOperation } from './variants.ts'
import { isViewerIndependent } from './viewerIndependence.ts'

/** What live operations stand on. */
export interface LiveParts extends Asking {
  graph: Graph
  logger: Logger
}

/**
 * A planned subscription. `root` is its one field; `plan` asks @apollo/query-planner.
 * @throws Error  the field is not marked `@live`: the graph is wrong, not the client
 */
export function liveOperation(
  parts: LiveParts,
  prepared: PreparedOperation,
  root: FieldNode,
  plan: (settled: DocumentOperation) => SubscriptionNode,
): LiveOperation {
  const { graph } = parts
  const field = graph.apiSchema.getSubscriptionType()?.getFields()[root.name.value]
  const live = graph.marks.fields.get(root.name.value)
  if (!field || !live) throw new Error(`Subscription.${root.name.value} has no @live directive: nothing feeds it.`)

  const { operation, document } = prepared
  const own = separateOperations(document)[operation.name?.value ?? ''] ?? document
  const responseKey = root.alias?.value ?? root.name.value
  const variants = variantsOf({ document, operation }, (settled) => eventVariant(graph, settled, plan(settled)))
  const { owner } = variants({})
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
      const request = { field: field.name, topic, limit, isBundle: live.isBundle === true }
      return openTopic(owner, request, context, parts)
    },
    openBundle: (topic, context) => openBundle(owner, { field: field.name, topic }, context, parts),
    resolveEvent: async (payload, variables, context): Promise<Answer> => {
      const coerced = coerceVariables(graph.apiSchema, operation, variables)
      if ('errors' in coerced) return new Answer(undefined, coerced.errors)
      return resolveEvent(parts, variants(coerced.values), { payload, variables: coerced.values }, context)
    },
  }
}

function topicRequest(
  field: GraphQLField<unknown, unknown>,
  root: FieldNode,
  variables: Record<string, unknown>,
  { topicTemplate, resumeArgument, isBundle, isState }: LiveField,
): TopicRequest {
  const values = getArgumentValues(field, root, variables)
  // Where a bundle goes on is between its client and its owner.
  if (isBundle) return { name: '', arguments: values, after: undefined }
  if (isState) {
    const states = topicNames(topicTemplate, values)
    return { name: states[0]!, arguments: values, after: undefined, states }
  }
  const after = resumeArgument === undefined ? undefined : (values[resumeArgument] ?? undefined)
  if (after !== undefined && (!Number.isSafeInteger(after) || (after as number) < 0)) {
    throw new InvalidInput(`"${resumeArgument}" must be a position: 0 or more.`)
  }
  return { name: topicName(topicTemplate, values), arguments: values, after: after as number | undefined }
}

/** A subscription with its conditions settled, ready for events. */
interface EventVariant {
  readonly owner: string
  readonly fetch: EventFetch
  readonly runnable: Runnable
  /** Where the payload holds all that the client selected, there is nothing to plan or merge. */
  readonly whole: (payload: Record<string, unknown>) => unknown
}

function eventVariant(graph: Graph, settled: DocumentOperation, { primary, rest }: SubscriptionNode): EventVariant {
  const root = subscriptionRoot(settled.operation, settled.document)
  const type = graph.apiSchema.getSubscriptionType()!.getFields()[root.name.value]!.type
  const reading = { schema: graph.apiSchema, fragments: fragmentsByName(settled.document), variables: {} }
  const plan = eventPlan({ primary, ...(rest ? { rest } : {}) })
  return {
    owner: primary.serviceName,
    fetch: buildEventFetch(primary.operation),
    runnable: { plan, requests: compilePlan(plan, graph.isOfType), project: createProjector(graph.apiSchema, settled) },
    whole: (payload) => projectPayload(reading, type, root.selectionSet?.selections ?? [], payload),
  }
}

interface Event {
  payload: Record<string, unknown>
  variables: Record<string, unknown>
}

async function resolveEvent(
  parts: LiveParts,
  { owner, fetch, runnable, whole }: EventVariant,
  { payload, variables }: Event,
  context: RequestContext,
): Promise<Answer> {
  const answer = whole(payload)
  if (answer !== undefined) return Answer.of({ data: { [fetch.responseKey]: answer } })
  const subgraphs = asker(parts, context)
  const ask: Ask = (name, request) =>
    name === EVENT
      ? eventSource(parts.graph, { owner, fetch, ask: subgraphs }, payload, variables)
      : subgraphs(name, request)
  return runOperation(() => runnable, variables, { ask, requestId: context.requestId, logger: parts.logger })
}
