import type { TokenVerifier } from '../../platform/identity/tokens.ts'
import { createVerifier, refuseRevoked } from '../../platform/identity/index.ts'
import type { Config } from '../../platform/config/index.ts'
import { requireCurrentSchema } from '../../platform/database/index.ts'
import type { ObjectStore } from '../../platform/objects/index.ts'
import { listenSubgraph, tracedSubgraph, type Subgraph, type SubgraphClient } from '../../platform/subgraph/index.ts'
import type { Checks } from '../../platform/telemetry/index.ts'
import { createPublisher } from '../../platform/timeline/index.ts'
import { createConversationsSubgraph, usersOverSubgraph } from '../../subgraphs/conversations/index.ts'
import { createMessagesSubgraph } from '../../subgraphs/messages/index.ts'
import { createUsersSubgraph, talksOverSubgraph } from '../../subgraphs/users/index.ts'
import type { Foundation } from '../foundation.ts'

export const subgraphNames = ['users', 'conversations', 'messages'] as const
export type SubgraphName = (typeof subgraphNames)[number]

const SUBGRAPH_TIMEOUT_MS = 10_000

/** Closed with the foundation: no request meets a part that is gone. */
function ending<S extends { close(): Promise<void> }>(foundation: Foundation, part: S): S {
  foundation.onClose(() => part.close())
  return part
}

async function users(foundation: Foundation, conversations: SubgraphClient) {
  const { config, logger, metrics } = foundation
  const database = await foundation.database('users')
  const attemptStore = await foundation.limitStore()
  const revocations = await foundation.revocations()
  const tokens = config.tokens
  const live = await liveOf(foundation)
  const notifications = { pubsub: live.pubsub, ...pushOf(config) }
  const created = await createUsersSubgraph({
    ...{ database, tokens, revocations, attemptStore, notifications, live, logger, metrics },
    directTalks: talksOverSubgraph(conversations),
  })
  ending(foundation, created.subgraph)
  return created
}

const pushOf = ({ push: { vapid, privateEndpoints } }: Config) => ({ privateEndpoints, ...(vapid && { vapid }) })

async function publisherOf(foundation: Foundation) {
  const { logger } = foundation
  const database = await foundation.database('conversations')
  return ending(foundation, createPublisher({ database, log: await foundation.log(), logger }))
}

/** Where presence and typing are kept, and everything live is told. */
const liveOf = async (foundation: Foundation) => ({
  kv: await foundation.kv(),
  pubsub: await foundation.pubsub(),
  limitStore: await foundation.limitStore(),
})

interface Neighbours {
  users: SubgraphClient
  verifier: TokenVerifier
  publisher: Awaited<ReturnType<typeof publisherOf>>
  live: Awaited<ReturnType<typeof liveOf>>
  objects: ObjectStore
}

async function conversations(
  foundation: Foundation,
  { users, verifier, publisher, live }: Neighbours,
): Promise<Subgraph> {
  const { config, logger, metrics } = foundation
  const webhookEndpoints = config.webhooks.endpoints
  const database = await foundation.database('conversations')
  const directory = usersOverSubgraph(users)
  return ending(
    foundation,
    createConversationsSubgraph({
      ...live,
      webhookEndpoints,
      database,
      publisher,
      verifier,
      users: directory,
      logger,
      metrics,
    }),
  )
}

async function messages(
  foundation: Foundation,
  { users, verifier, publisher, live, objects }: Neighbours,
): Promise<Subgraph> {
  const { config, logger, metrics } = foundation
  const database = await foundation.database('conversations')
  const parts = { database, publisher, verifier, users, limitStore: live.limitStore, logger, metrics }
  return ending(foundation, createMessagesSubgraph({ ...parts, files: { objects, ...config.attachments } }))
}

/** Puts a span around each request, where traces are wanted. */
async function tracedBy(foundation: Foundation): Promise<<S extends Subgraph>(subgraph: S) => S> {
  const tracing = await foundation.tracing()
  return (subgraph) => (tracing ? tracedSubgraph(subgraph, tracing) : subgraph)
}

/** All three in this process, calling each other without HTTP. */
export async function createSubgraphs(foundation: Foundation) {
  // Each of the two asks the other, and one of them has to come first.
  const later: { conversations?: SubgraphClient } = {}
  const created = await users(foundation, { execute: (request) => later.conversations!.execute(request) })
  const { verifier, jwks } = created
  const [publisher, live] = [await publisherOf(foundation), await liveOf(foundation)]
  const objects = await foundation.objects()
  const neighbours = { users: created.subgraph, verifier, publisher, live, objects }
  const traced = await tracedBy(foundation)
  const subgraphs = {
    users: traced(created.subgraph),
    conversations: traced(await conversations(foundation, neighbours)),
    messages: traced(await messages(foundation, neighbours)),
  }
  later.conversations = subgraphs.conversations
  return { subgraphs, verifier, jwks }
}

/** One subgraph in a process of its own. Resolves with the port it listens on. */
export async function serveSubgraph(foundation: Foundation, name: SubgraphName): Promise<number> {
  const { config, logger, metrics } = foundation
  const database = await foundation.reachedDatabase(name === 'users' ? 'users' : 'conversations')
  await requireCurrentSchema(database)
  const checks: Checks = { database: () => database.ping() }
  const { subgraph: untraced, jwks } = await createOne(foundation, name)
  const subgraph = (await tracedBy(foundation))(untraced)
  const options = { port: config.port, host: config.host, checks, metrics, logger, drainMs: config.drainMs }
  return ending(foundation, await listenSubgraph(subgraph, { ...options, ...(jwks ? { jwks } : {}) })).port
}

async function createOne(foundation: Foundation, name: SubgraphName) {
  const { config, logger } = foundation
  const { remoteSubgraph } = await import('../../platform/subgraph/remoteSubgraph.ts')
  if (name === 'users') {
    const conversations = remoteSubgraph(config.subgraphUrls.conversations!, { timeoutMs: SUBGRAPH_TIMEOUT_MS, logger })
    return users(foundation, ending(foundation, conversations))
  }
  const client = remoteSubgraph(config.subgraphUrls.users!, { timeoutMs: SUBGRAPH_TIMEOUT_MS, logger })
  const neighbours = {
    users: ending(foundation, client),
    verifier: refuseRevoked(createVerifier({ jwks: config.jwksUrl! }), await foundation.revocations()),
    publisher: await publisherOf(foundation),
    live: await liveOf(foundation),
    objects: await foundation.objects(),
  }
  return { subgraph: await { conversations, messages }[name](foundation, neighbours), jwks: undefined }
}
