import { GraphQLError } from 'graphql'
import type { BundleTopic, TopicOpening } from '../../platform/subgraph/topics.ts'
import type { Logger } from '../../platform/telemetry/createLogger.ts'
import { clientError } from './clientErrors.ts'
import { asker, type Asking } from './askSubgraph.ts'
import type { RequestContext, TopicRequest } from './supergraph.ts'

const query =
  'query($field: String!, $topic: String, $arguments: _Any!, $after: Int, $limit: Int!) { _openTopic(field: $field, ' +
  'topic: $topic, arguments: $arguments, after: $after, limit: $limit) { rev events more } }'
const bundleQuery = 'query($field: String!, $arguments: _Any!) { _openBundle(field: $field, arguments: $arguments) }'

/**
 * The one call by which a topic is opened (platform/subgraph/topics.ts).
 * @throws GraphQLError  with the code of the refusal, or UNAVAILABLE
 */
export async function openTopic(
  owner: string,
  { field, topic, limit, isBundle }: { field: string; topic: TopicRequest; limit: number; isBundle: boolean },
  context: RequestContext,
  asking: Asking & { logger: Logger },
): Promise<TopicOpening> {
  const after = topic.after ?? null
  const variables = isBundle
    ? { field, topic: topic.name, arguments: {}, after, limit }
    : { field, topic: null, arguments: topic.arguments, after, limit }
  return ask(owner, { query, variables }, '_openTopic', context, asking)
}

/**
 * The one call by which the topics of a bundle are told.
 * @throws GraphQLError  with the code of the refusal, or UNAVAILABLE
 */
export const openBundle = (
  owner: string,
  { field, topic }: { field: string; topic: TopicRequest },
  context: RequestContext,
  asking: Asking & { logger: Logger },
): Promise<readonly BundleTopic[]> =>
  ask(owner, { query: bundleQuery, variables: { field, arguments: topic.arguments } }, '_openBundle', context, asking)

async function ask<T>(
  owner: string,
  request: { query: string; variables: Record<string, unknown> },
  field: string,
  context: RequestContext,
  asking: Asking & { logger: Logger },
): Promise<T> {
  const { data, errors } = await asker(asking, context)(owner, request)
  const answer = data?.[field] as T | null | undefined
  if (answer && !errors?.length) return answer
  const { message, extensions } = errors?.[0] ?? { message: 'The topic was not opened.', extensions: {} }
  // The field of the protocol is no field of the client's: no path.
  const shown = clientError({ message, ...(extensions ? { extensions } : {}) }, context.requestId, asking.logger)
  throw new GraphQLError(shown.message, { extensions: shown.extensions })
}
