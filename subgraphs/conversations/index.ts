import { readFileSync } from 'node:fs'
import type { Database } from '../../platform/database/index.ts'
import type { TokenVerifier } from '../../platform/identity/tokens.ts'
import { createSubgraph, type Subgraph } from '../../platform/subgraph/index.ts'
import type { Logger, Metrics } from '../../platform/telemetry/index.ts'
import type { Publisher } from '../../platform/timeline/index.ts'
import { createContext, type Context } from './context.ts'
import { createLive, type LiveParts } from './domain/live.ts'
import type { UserDirectory } from './domain/users.ts'
import type { WebhookEndpoints } from './domain/webhooks/webhookUrl.ts'
import { resolvers } from './resolvers/index.ts'
import { presenceChanged } from './resolvers/Subscription/presenceChanged.ts'
import { receiptChanged } from './resolvers/Subscription/receiptChanged.ts'
import { typing } from './resolvers/Subscription/typing.ts'

export { createWebhookDeliveries, type WebhookDeliveries } from './domain/webhooks/deliveries.ts'
export { usersOverSubgraph, type UserDirectory } from './domain/users.ts'

export interface ConversationsParts {
  /** The conversations database. */
  database: Database
  publisher: Publisher
  verifier: TokenVerifier
  users: UserDirectory
  /** Where webhooks may go; unset: to the internet only. */
  webhookEndpoints?: WebhookEndpoints
  /** Where presence and typing are kept, and told with all that is live. */
  kv: LiveParts['kv']
  pubsub: LiveParts['pubsub']
  /** Where calls are counted for all processes; unset: in this one. */
  limitStore?: LiveParts['limitStore']
  logger: Logger
  metrics?: Metrics
  /** Milliseconds since 1970; unset, the system's clock. */
  now?: () => number
}

/** The conversations subgraph. It starts nothing of its own: database and publisher are closed by who opened them. */
export function createConversationsSubgraph(parts: ConversationsParts): Subgraph {
  const { database, publisher, users, webhookEndpoints = 'public', now = Date.now } = parts
  const conversations = { database, publisher, users, webhookEndpoints, live: createLive(parts), now }
  return createSubgraph<Context>({
    name: 'conversations',
    typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
    resolvers,
    context: (scope) => createContext(conversations, scope),
    topics: { presenceChanged, receiptChanged, typing },
    verifier: parts.verifier,
    logger: parts.logger,
    metrics: parts.metrics,
  })
}
