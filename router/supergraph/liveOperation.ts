import type { SubscriptionNode } from '@apollo/query-planner'
import { getArgumentValues, separateOperations } from 'graphql'
import type { FieldNode, GraphQLField } from 'graphql'
import { BadRequest, BadUserInput, InvalidInput } from '../../platform/errors.ts'
import type { Logger } from '../../platform/telemetry/createLogger.ts'
import { Answer } from './answer.ts'
import type { Asking } from './askSubgraph.ts'
import { coerceVariables } from './coerceVariables.ts'
import { buildEventFetch, type EventFetch } from './eventFetch.ts'
import { EVENT, eventPlan, eventProjection, eventSource } from './eventPlan.ts'
import type { EntityBatches, SharedFetches } from './events/index.ts'
import { compilePlan, type Ask } from './execution/index.ts'
import { fragmentsByName } from './fragments.ts'
import type { Graph } from './graph.ts'
import type { LiveField } from './liveMarks.ts'
import { openBundle, openTopic } from './openTopic.ts'
import { payloadProjection, type PayloadProjection } from './projectPayload.ts'
import { createProjector } from './projection/index.ts'
import { readArguments } from './readArguments.ts'
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
  batches: EntityBatches
  fetches: SharedFetches
}

/**
 * A planned subscription. `root` is its one field; `plan` asks @apollo/query-planner.
 * @throws BadRequest  the field is not marked `@live`: nothing feeds it
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
  if (!field || !live) throw new BadRequest(`Subscription.${root.name.value} is not served: it has no @live directive.`)

  const { operation, document } = prepared
  const own = separateOperations(document)[operation.name?.value ?? ''] ?? document
  const responseKey = root.alias?.value ?? root.name.value
  const variants = variantsOf({ document, operation }, (settled) => eventVariant(graph, settled, plan(settled)))
  const { owner } = variants({})
  const viewerIndependent = isViewerIndependent(graph.apiSchema, graph.marks, own)
  /** Variables stay as they are while somebody is subscribed with them. */
  const read = remembered((variables) => {
    const coerced = coerceVariables(graph.apiSchema, operation, variables)
    if ('errors' in coerced) return coerced
    const audience = viewerIndependent ? audienceOf(field, root, coerced.values, live) : undefined
    return { values: coerced.values, audience }
  })
  return {
    field: field.name,
    responseKey,
    subgraph: owner,
    ...live,
    viewerIndependent,
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
      const known = read(variables)
      if ('errors' in known) return new Answer(undefined, known.errors)
      const event = { payload, variables: known.values, audience: known.audience }
      return resolveEvent(parts, variants(known.values), event, context)
    },
  }
}

function remembered<T>(make: (variables: Record<string, unknown>) => T): (variables: Record<string, unknown>) => T {
  const known = new WeakMap<object, T>()
  return (variables) => {
    let one = known.get(variables)
    if (one === undefined) known.set(variables, (one = make(variables)))
    return one
  }
}

/** Who asks for the same field with the same arguments gets an event for the same reason, wherever they resume. */
function audienceOf(
  field: GraphQLField<unknown, unknown>,
  root: FieldNode,
  variables: Record<string, unknown>,
  { resumeArgument }: LiveField,
): string {
  const given = Object.entries(getArgumentValues(field, root, variables)).filter(([name]) => name !== resumeArgument)
  return JSON.stringify([field.name, given.sort(([a], [b]) => (a < b ? -1 : 1))])
}

function topicRequest(
  field: GraphQLField<unknown, unknown>,
  root: FieldNode,
  variables: Record<string, unknown>,
  { topicTemplate, resumeArgument, isBundle, isState }: LiveField,
): TopicRequest {
  const values = readArguments(() => getArgumentValues(field, root, variables))
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
  readonly whole: PayloadProjection
  /** What its owner would answer of it. */
  readonly own: PayloadProjection
}

function eventVariant(graph: Graph, settled: DocumentOperation, { primary, rest }: SubscriptionNode): EventVariant {
  const root = subscriptionRoot(settled.operation, settled.document)
  const type = graph.apiSchema.getSubscriptionType()!.getFields()[root.name.value]!.type
  const reading = { schema: graph.apiSchema, fragments: fragmentsByName(settled.document), variables: {} }
  const plan = eventPlan({ primary, ...(rest ? { rest } : {}) })
  const fetch = buildEventFetch(primary.operation)
  return {
    owner: primary.serviceName,
    fetch,
    runnable: { plan, requests: compilePlan(plan, graph.isOfType), project: createProjector(graph.apiSchema, settled) },
    whole: payloadProjection(reading, type, root.selectionSet?.selections ?? []),
    own: eventProjection(graph, fetch),
  }
}

interface Event {
  payload: Record<string, unknown>
  variables: Record<string, unknown>
  /** Undefined: what is selected depends on the viewer. */
  audience: string | undefined
}

async function resolveEvent(
  parts: LiveParts,
  { owner, fetch, runnable, whole, own: project }: EventVariant,
  { payload, variables, audience }: Event,
  context: RequestContext,
): Promise<Answer> {
  const answer = whole(payload)
  if (answer !== undefined) return Answer.of({ data: { [fetch.responseKey]: answer } })
  const own = parts.batches.asker(context)
  const subgraphs = audience === undefined ? own : parts.fetches.asker(payload, audience, own)
  const ask: Ask = (name, request) =>
    name === EVENT
      ? eventSource({ owner, fetch, project, ask: subgraphs }, payload, variables)
      : subgraphs(name, request)
  return runOperation(() => runnable, variables, { ask, requestId: context.requestId, logger: parts.logger })
}
