/** A messages subgraph on a fresh database, with users whose tokens are real. For the suites. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { v7 as uuid } from 'uuid'
import { openTestDatabase } from '../../../platform/database/testDatabase.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import { createIssuer, createMemoryKeys, createVerifier } from '../../../platform/identity/index.ts'
import { FolderStore } from '../../../platform/objects/folder/folderStore.ts'
import type { SubgraphResult } from '../../../platform/subgraph/index.ts'
import type { Publisher } from '../../../platform/timeline/index.ts'
import type { SendQueueLimits } from '../domain/createSendQueue.ts'
import { createFileSweep, createMessagesSubgraph, createMessageTimers } from '../index.ts'
import { createConversation, removeMember, setKind, setRole, type Someone } from './conversations.ts'

export interface User {
  id: string
  authorization: string
}

export type World = Awaited<ReturnType<typeof openWorld>>

export async function openWorld(sendQueue?: Partial<SendQueueLimits>) {
  const { database, drop } = await openTestDatabase('conversations')
  const issuer = await createIssuer({ keys: createMemoryKeys(), ttlMs: 3_600_000 })
  const logger = pino({ level: 'silent' })
  const published: TopicEvent[] = []
  const publisher: Publisher = { publish: (events) => void published.push(...events), close: async () => {} }
  const verifier = createVerifier({ jwks: () => issuer.jwks() })
  const folder = mkdtempSync(join(tmpdir(), 'parley-files-'))
  const objects = await FolderStore.open(join(folder, 'objects'))
  const files = { objects, maxBytes: 1_048_576, dailyBytes: 10_485_760 }
  const subgraph = createMessagesSubgraph({ database, publisher, verifier, logger, sendQueue, files })

  async function user(): Promise<User> {
    const id = uuid()
    const { token } = await issuer.issue({ userId: id, sessionId: uuid(), isGuest: false })
    return { id, authorization: `Bearer ${token}` }
  }

  return {
    database,
    objects,
    publisher,
    published,
    timers: createMessageTimers({ database, publisher }),
    sweep: createFileSweep(database, objects),
    logger,
    user,
    users: (count: number) => Promise.all(Array.from({ length: count }, user)),
    conversation: (...those: Someone[]) => createConversation(database, those),
    remove: (conversationId: string, member: Someone, beforeCommit?: () => Promise<void>) =>
      removeMember(database, conversationId, member, beforeCommit),
    setRole: (conversationId: string, member: Someone, role: Parameters<typeof setRole>[3]) =>
      setRole(database, conversationId, member, role),
    setKind: (conversationId: string, kind: Parameters<typeof setKind>[2]) => setKind(database, conversationId, kind),
    ask: (query: string, variables: Record<string, unknown>, asker?: User): Promise<SubgraphResult> =>
      subgraph.execute({ query, variables, authorization: asker?.authorization }),
    pass: subgraph.pass!,
    async close() {
      await subgraph.close()
      await drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
