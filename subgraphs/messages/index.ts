import { readFileSync } from 'node:fs'
import type { Database } from '../../platform/database/index.ts'
import type { TokenVerifier } from '../../platform/identity/tokens.ts'
import type { LimitStore } from '../../platform/rateLimits/index.ts'
import { createSubgraph, type Subgraph, type SubgraphClient } from '../../platform/subgraph/index.ts'
import type { Logger, Metrics } from '../../platform/telemetry/index.ts'
import type { Publisher } from '../../platform/timeline/index.ts'
import { type Context, createContext } from './context.ts'
import { createSendQueue, type SendQueueLimits } from './domain/createSendQueue.ts'
import { createExportLimits } from './domain/exportLimits.ts'
import { createFiles, type FileParts } from './domain/files/index.ts'
import { createHookLimits } from './domain/hookLimits.ts'
import { createLivingBots } from './domain/livingBots.ts'
import { plainHandler } from './plain/index.ts'
import { resolvers } from './resolvers/index.ts'
import { conversationEvents } from './resolvers/Subscription/conversationEvents.ts'
import { inbox } from './resolvers/Subscription/inbox.ts'

export { passThroughs } from './plain/index.ts'
export { createFileSweep, type FileParts } from './domain/files/index.ts'
export { createMessageTimers, type MessageTimers } from './domain/messageTimers.ts'

export interface MessagesParts {
  /** The conversations database. */
  database: Database
  publisher: Publisher
  verifier: TokenVerifier
  /** Knows which bots there are; unset: none, so nothing is posted to addresses of theirs. */
  users?: SubgraphClient
  /** Where the bytes of attachments are, and how many are taken. */
  files: FileParts
  /** Where posts are counted for all processes; unset: in this one. */
  limitStore?: LimitStore
  logger: Logger
  metrics?: Metrics
  /** How much is written at once and may wait; unset, what suits the database. */
  sendQueue?: Partial<SendQueueLimits>
}

/** The messages subgraph. Closing it takes no more sends, and resolves when those that wait have their answer. */
export function createMessagesSubgraph(parts: MessagesParts): Subgraph {
  const { database, publisher, verifier, logger, metrics } = parts
  const sends = createSendQueue({ database, publisher, logger, metrics, limits: parts.sendQueue })
  const files = createFiles(database, parts.files, { limitStore: parts.limitStore, logger, metrics })
  return createSubgraph<Context>({
    name: 'messages',
    typeDefs: readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'),
    resolvers,
    context: ({ viewer }) => createContext({ viewer, changes: { database, publisher }, sends, files }),
    topics: { conversationEvents, inbox },
    plain: plainHandler({
      ...{ database, verifier, logger, sends, files, exports: createExportLimits() },
      ...{ bots: createLivingBots(parts.users), hooks: createHookLimits(parts.limitStore) },
    }),
    verifier,
    logger,
    metrics,
    onClose: () => {
      files.thumbnails.close()
      return sends.close()
    },
  })
}
