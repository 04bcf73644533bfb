import { GraphQLError } from 'graphql'
import type { TopicOpening } from '../../platform/subgraph/topics.ts'
import type { Logger } from '../../platform/telemetry/createLogger.ts'
import { clientError } from './clientErrors.ts'
import { asker, type Asking } from './askSubgraph.ts'
import type { RequestContext, TopicRequest } from './supergraph.ts'

const query =
  'query($field: String!, $arguments: _Any!, $after: Int, $limit: Int!) ' +
  '{ _openTopic(field: $field, arguments: $arguments, after: $after, limit: $limit) { rev events more } }'

/**
 * The one call by which a topic is opened (platform/subgraph/topics.ts).
 * @throws GraphQLError  with the code of the refusal, or UNAVAILABLE
 */
export async function openTopic(
  owner: string,
  { field, topic, limit }: { field: string; topic: TopicRequest; limit: number },
  context: RequestContext,
  asking: Asking & { logger: Logger },
): Promise<TopicOpening> {
  const variables = { field, arguments: topic.arguments, after: topic.after ?? null, limit }
  const { data, errors } = await asker(asking, context)(owner, { query, variables })
  const opening = data?.['_openTopic'] as TopicOpening | null | undefined
  if (opening && !errors?.length) return opening
  const { message, extensions } = errors?.[0] ?? { message: 'The topic was not opened.', extensions: {} }
  // The field of the protocol is no field of the client's: no path.
  const shown = clientError({ message, ...(extensions ? { extensions } : {}) }, context.requestId, asking.logger)
  throw new GraphQLError(shown.message, { extensions: shown.extensions })
}
