import { GraphQLError, OperationTypeNode, execute, getOperationAST } from 'graphql'
import type { DocumentNode, GraphQLSchema } from 'graphql'
import type { TokenVerifier } from '../identity/tokens.ts'
import type { Viewer } from '../identity/viewer.ts'
import type { Logger, Metrics } from '../telemetry/index.ts'
import { answerError, refusal } from './answerErrors.ts'
import type { ErrorSink } from './answerErrors.ts'
import { viewerOf } from './authorization.ts'
import { buildSchema } from './buildSchema.ts'
import type { ResolverMap } from './buildSchema.ts'
import { errorReply } from './plain.ts'
import type { PlainHandler } from './plain.ts'
import { createDocuments } from './documents.ts'
import { enforceScopes } from './scopes.ts'
import type { Subgraph, SubgraphRequest, SubgraphResult } from './subgraph.ts'
import { subgraphMetrics } from './subgraphMetrics.ts'
import { addTopicProtocol, type TopicSources } from './topicProtocol.ts'

/** What a request brings to its context. */
export interface RequestScope {
  viewer: Viewer
  request: SubgraphRequest
  logger: Logger
}

export interface SubgraphParts<Context extends { viewer: Viewer }> {
  name: string
  /** The text of schema.graphql. */
  typeDefs: string
  resolvers: ResolverMap
  /** Makes the context of one request: loaders live in it. */
  context: (scope: RequestScope) => Context
  /** One source for each field of type Subscription. */
  topics?: TopicSources<Context>
  /** Answers plain HTTP under the prefixes that the subgraph declares. It verifies the token itself. */
  plain?: PlainHandler
  verifier: TokenVerifier
  logger: Logger
  metrics?: Metrics
  /** Runs once, when the subgraph is closed. */
  onClose?: () => Promise<void>
}

/**
 * A subgraph that answers in this process.
 * @throws ConfigurationError  SDL, resolvers and topics do not fit together
 */
export function createSubgraph<Context extends { viewer: Viewer }>(parts: SubgraphParts<Context>): Subgraph {
  const { name, topics = {}, plain } = parts
  const schema = addTopicProtocol(buildSchema(parts.typeDefs, parts.resolvers), topics, (context) => context.viewer)
  enforceScopes(schema)
  const documents = createDocuments(schema)
  const observe = parts.metrics ? observer(name, parts.metrics) : undefined
  let closing: Promise<void> | undefined

  return {
    name,
    schema,
    async execute(request) {
      const start = performance.now()
      const result = await answer(parts, schema, documents, request)
      observe?.(performance.now() - start, result)
      return result
    },
    ...(plain && {
      pass: (request) =>
        plain(request).catch((error) => errorReply(answerError(error, reporter(parts, request.requestId)))),
    }),
    close: () => (closing ??= parts.onClose?.() ?? Promise.resolve()),
  }
}

const reporter =
  ({ name, logger }: { name: string; logger: Logger }, requestId?: string): ErrorSink =>
  (error, errorId) => {
    const facts = { error, errorId, requestId, subgraph: name }
    if (errorId) logger.error(facts, 'a request failed on our side')
    else logger.warn(facts, 'a request could not be served')
  }

async function answer<Context extends { viewer: Viewer }>(
  parts: SubgraphParts<Context>,
  schema: GraphQLSchema,
  documents: ReturnType<typeof createDocuments>,
  request: SubgraphRequest,
): Promise<SubgraphResult> {
  const { logger } = parts
  const report = reporter(parts, request.requestId)
  try {
    const checked = documents(request.query)
    if ('errors' in checked) {
      return { errors: checked.errors.map((error) => refusal(error, codeOf(error) ?? checked.code)) }
    }
    const viewer = await viewerOf(request.authorization, parts.verifier)
    const context = parts.context({ viewer, request, logger })
    return await run(schema, checked.document, context, request, report)
  } catch (error) {
    return { errors: [answerError(error, report)] }
  }
}

/** Of an error that says itself whose fault it is, as a scalar does. */
const codeOf = ({ extensions: { code } }: GraphQLError): string | undefined =>
  typeof code === 'string' ? code : undefined

async function run(
  schema: GraphQLSchema,
  document: DocumentNode,
  contextValue: unknown,
  { operationName, variables }: SubgraphRequest,
  report: ErrorSink,
): Promise<SubgraphResult> {
  if (getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION) {
    return { errors: [refusal(new GraphQLError('A subscription is opened at the router.'), 'BAD_USER_INPUT')] }
  }
  const result = await execute({ schema, document, contextValue, operationName, variableValues: variables })
  if (!result.errors) return { data: result.data }
  // No data at all, not even null: the execution did not begin. Errors without an origin are graphql-js's own.
  if (!('data' in result)) return { errors: result.errors.map((error) => refusal(error, 'BAD_USER_INPUT')) }
  return { data: result.data, errors: result.errors.map((error) => answerError(error, report)) }
}

/** Counts answers by the code of their first error. */
function observer(subgraph: string, metrics: Metrics) {
  const times = subgraphMetrics(metrics)
  return (milliseconds: number, result: SubgraphResult) => {
    times.observe({ subgraph, code: String(result.errors?.[0]?.extensions?.['code'] ?? 'ok') }, milliseconds)
  }
}
