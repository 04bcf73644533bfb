import pino from 'pino'
import { v7 as uuid } from 'uuid'
import { openTestDatabase } from '../../../platform/database/testDatabase.ts'
import type { EventLog } from '../../../platform/events/log.ts'
import { MemoryPubSub } from '../../../platform/events/memory/memoryPubSub.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import { createIssuer, createMemoryKeys, createVerifier } from '../../../platform/identity/index.ts'
import { MemoryKeyValue } from '../../../platform/kv/memory/memoryKeyValue.ts'
import { createPublisher } from '../../../platform/timeline/index.ts'
import { createConversationsSubgraph, usersOverSubgraph } from '../index.ts'
import { Person } from './person.ts'
import { UsersNetwork } from './usersNetwork.ts'

/** The subgraph on a database of its own, with people who have real tokens. */
export type World = Awaited<ReturnType<typeof openWorld>>

export async function openWorld() {
  const place = await openTestDatabase('conversations')
  const { database } = place
  const published: TopicEvent[] = []
  const log = { append: async (_topic: string, events: readonly TopicEvent[]) => void published.push(...events) }
  const logger = pino({ level: 'silent' })
  const publisher = createPublisher({ database, log: log as unknown as EventLog, logger })
  const issuer = await createIssuer({ keys: createMemoryKeys(), ttlMs: 3_600_000 })
  const verifier = createVerifier({ jwks: () => issuer.jwks() })
  const network = new UsersNetwork()
  const clock: { now: () => number } = { now: Date.now }
  const [kv, pubsub] = [new MemoryKeyValue(), new MemoryPubSub({ logger })]
  const subgraph = createConversationsSubgraph({
    kv,
    pubsub,
    database,
    publisher,
    verifier,
    users: usersOverSubgraph(network),
    logger,
    now: () => clock.now(),
  })

  return {
    database,
    subgraph,
    kv,
    pubsub,
    network,
    clock,
    /** What has reached the event log so far. */
    async published() {
      await publisher.close()
      return published
    },
    async person() {
      const id = uuid()
      network.known.add(id)
      const { token } = await issuer.issue({ userId: id, sessionId: uuid(), isGuest: false })
      return new Person(id, subgraph, token)
    },
    async people(count: number) {
      return Promise.all(Array.from({ length: count }, () => this.person()))
    },
    /** How many statements `work` sends, those of its publishing too. */
    async statementsOf(work: () => Promise<unknown>) {
      await publisher.close()
      const before = database.statements
      await work()
      await publisher.close()
      return database.statements - before
    },
    async close() {
      await publisher.close()
      await subgraph.close()
      await place.drop()
    },
  }
}
