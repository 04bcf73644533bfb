import { operationFromDocument } from '@apollo/federation-internals'
import { prettyFormatQueryPlan, type QueryPlan, type SubscriptionNode } from '@apollo/query-planner'
import { OperationTypeNode } from 'graphql'
import type { GraphQLError } from 'graphql'
import { LRUCache } from 'lru-cache'
import type { SubgraphClient } from '../../platform/subgraph/subgraph.ts'
import { ParleyError } from '../../platform/errors.ts'
import type { Logger } from '../../platform/telemetry/createLogger.ts'
import { Answer } from './answer.ts'
import { asker, type ReportFailure } from './askSubgraph.ts'
import { checkDocument, withCode } from './checkDocument.ts'
import { maskError } from './clientErrors.ts'
import { coerceVariables } from './coerceVariables.ts'
import { EntityBatches, SharedFetches } from './events/index.ts'
import { compilePlan } from './execution/index.ts'
import { loadGraph, type Graph } from './graph.ts'
import { defaultLimits, type OperationLimits } from './limits.ts'
import { liveOperation, type LiveParts } from './liveOperation.ts'
import { createProjector } from './projection/index.ts'
import { runOperation, type Runnable } from './runOperation.ts'
import { subscriptionRoot } from './subscriptionRoot.ts'
import type { PreparedOperation, Supergraph } from './supergraph.ts'
import { variantsOf, type DocumentOperation } from './variants.ts'

export interface SupergraphOptions {
  /** The composed SDL. */
  sdl: string
  /** Asked once for each subgraph of the SDL. */
  subgraphs: (name: string) => SubgraphClient
  logger: Logger
  limits?: Partial<OperationLimits>
  /** Labels of `@override(label:)` that hold for every request, beside what `percent(x)` draws for each. Default none. */
  overrideLabels?: readonly string[]
  /** May clients ask for the schema? Default true. */
  introspection?: boolean
}

/** A prepared operation as `prepare` makes it: only such ones come back to `execute`. */
interface PlannedOperation extends PreparedOperation {
  /** Of a query or mutation: what runs with these variables. */
  readonly runnable?: (variables: Record<string, unknown>) => Runnable
}

/** Plans kept at most, and their documents' characters: enough for every client of a team, bounded for every stranger. */
const PLANS = 1_000
const PLANNED_CHARACTERS = 4_000_000

/**
 * The supergraph of this SDL, over these subgraphs.
 * @throws Error  the SDL is no supergraph
 */
export function buildSupergraph(options: SupergraphOptions): Supergraph {
  const { logger, introspection = true } = options
  const graph = loadGraph(options.sdl, options.overrideLabels)
  const unserved = Object.keys(graph.apiSchema.getSubscriptionType()?.getFields() ?? {}).filter(
    (field) => !graph.marks.fields.has(field),
  )
  if (unserved.length > 0) logger.warn({ fields: unserved }, 'subscriptions without @live are not served')
  const clients = new Map(graph.subgraphNames.map((name) => [name, options.subgraphs(name)]))
  const subgraphs = (name: string) => clients.get(name)!
  const rules = { apiSchema: graph.apiSchema, limits: { ...defaultLimits, ...options.limits }, introspection }
  const report: ReportFailure = (subgraph, error, { requestId, signal }) => {
    if (signal?.aborted) return
    // What could not be reached is told once, by who asked it, and not for each request that it is missed in.
    const level = error instanceof ParleyError ? 'debug' : 'warn'
    logger[level]({ subgraph, error, requestId }, 'a subgraph gave no answer')
  }
  const asking = { subgraphs, report }
  const batches = new EntityBatches(asking)
  const parts: LiveParts = { ...asking, graph, logger, batches, fetches: new SharedFetches() }
  const planned = new LRUCache<string, PlannedOperation>({
    max: PLANS,
    maxSize: PLANNED_CHARACTERS,
    sizeCalculation: (_operation, key) => key.length + 1,
  })

  return {
    apiSchema: graph.apiSchema,
    prepare(query, operationName) {
      // A name that a document has holds no line break, and no other is kept.
      const key = `${operationName ?? ''}\n${query}`
      const known = planned.get(key)
      if (known) return known
      const checked = checkDocument(rules, query, operationName)
      if ('errors' in checked) return checked
      const prepared = planChecked(parts, checked)
      if ('kind' in prepared) planned.set(key, prepared)
      return prepared
    },
    async execute(operation, variables, context) {
      const { runnable } = operation as PlannedOperation
      if (!runnable) throw new Error('A subscription is opened, not executed.')
      const coerced = coerceVariables(graph.apiSchema, operation.operation, variables)
      if ('errors' in coerced) return new Answer(undefined, coerced.errors)
      const { requestId } = context
      let chosen: Runnable | undefined
      const prepare = () => (chosen ??= runnable(coerced.values))
      const answer = await runOperation(prepare, coerced.values, {
        ask: asker(parts, context),
        requestId,
        logger,
      })
      return context.explain ? answer.with({ extensions: { queryPlan: planText(prepare()) } }) : answer
    },
  }
}

function planText({ plan: node }: Runnable): string {
  return prettyFormatQueryPlan({ kind: 'QueryPlan', ...(node ? { node } : {}) } as QueryPlan)
}

function planChecked(
  parts: LiveParts,
  checked: DocumentOperation,
): PlannedOperation | { errors: readonly GraphQLError[] } {
  const { document, operation } = checked
  const { graph } = parts
  try {
    const prepared = { document, operation, kind: operation.operation }
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
      return { ...prepared, runnable: runnables(graph, checked) }
    }
    const root = subscriptionRoot(operation, document)
    return { ...prepared, live: liveOperation(parts, prepared, root, (settled) => planSubscription(graph, settled)) }
  } catch (error) {
    if (error instanceof ParleyError) return { errors: [withCode(error.message, error)] }
    const masked = maskError(error, '', parts.logger)
    return { errors: [withCode(masked.message, masked)] }
  }
}

/** What runs with some variables, for the labels that are drawn for a request. */
function runnables(graph: Graph, checked: DocumentOperation): NonNullable<PlannedOperation['runnable']> {
  const { overrides } = graph
  const ofLevel = (level: number) => variantsOf(checked, (settled) => planExecution(graph, settled, level))
  // At once, so that what is wrong shows.
  const known = new Map([[overrides.settled, ofLevel(overrides.settled)]])
  if (overrides.levels === 1) return known.get(0)!
  return (variables) => {
    const level = overrides.draw()
    let variants = known.get(level)
    if (!variants) known.set(level, (variants = ofLevel(level)))
    return variants(variables)
  }
}

function planExecution(graph: Graph, settled: DocumentOperation, level: number): Runnable {
  const { node } = planOf(graph, settled, level)
  if (node?.kind === 'Subscription') throw new Error('The planner made a subscription of an operation that is none.')
  return { plan: node, requests: compilePlan(node, graph.isOfType), project: createProjector(graph.apiSchema, settled) }
}

function planSubscription(graph: Graph, settled: DocumentOperation): SubscriptionNode {
  // It stands for long: shares of requests are none of its own.
  const { node } = planOf(graph, settled, graph.overrides.settled)
  if (node?.kind !== 'Subscription') throw new Error('The planner made no subscription of a subscription.')
  return node
}

function planOf(graph: Graph, { document, operation }: DocumentOperation, level: number): QueryPlan {
  const operationName = operation.name?.value
  const parsed = operationFromDocument(graph.plannerApiSchema, document, {
    // It was validated against the same schema already.
    validate: false,
    ...(operationName === undefined ? {} : { operationName }),
  })
  return graph.plan(parsed, level)
}
