/**
 * A messages subgraph on a fresh database, for the suites. Conversations and members are written as the conversations
 * subgraph writes them: rows and events in one transaction that holds the timeline.
 */
import { and, eq } from 'drizzle-orm'
import pino from 'pino'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import { openTestDatabase } from '../../../platform/database/testDatabase.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import type { SubgraphResult } from '../../../platform/subgraph/index.ts'
import {
  append,
  createTimeline,
  lockTimelines,
  type NewEvent,
  type Publisher,
} from '../../../platform/timeline/index.ts'
import type { SendQueueLimits } from '../domain/createSendQueue.ts'
import { createMessagesSubgraph } from '../index.ts'
import { createTestTokens } from './tokens.ts'

const { conversations, members } = tables
const userRef = (id: string) => ({ __typename: 'User', id }) as const

export interface User {
  id: string
  authorization: string
}

export type World = Awaited<ReturnType<typeof openWorld>>

export async function openWorld(sendQueue?: Partial<SendQueueLimits>) {
  const { database, drop } = await openTestDatabase('conversations')
  const tokens = await createTestTokens()
  const published: TopicEvent[] = []
  const publisher: Publisher = { publish: (events) => void published.push(...events), close: async () => {} }
  const subgraph = createMessagesSubgraph({
    database,
    publisher,
    verifier: tokens.verifier,
    logger: pino({ level: 'silent' }),
    sendQueue,
  })

  async function user(): Promise<User> {
    const id = uuid()
    return { id, authorization: await tokens.authorizationOf(id) }
  }

  const users = (count: number) => Promise.all(Array.from({ length: count }, user))

  /** A group of these users. */
  async function conversation(...those: { id: string }[]): Promise<string> {
    const id = uuid()
    const at = Date.now()
    const createdBy = those[0]!.id
    await database.transaction(async (tx) => {
      await tx
        .insert(conversations)
        .values({ id, kind: 'GROUP', title: 'A group', createdBy, createdAt: at, memberCount: those.length })
      const head = await createTimeline(tx, id, at)
      for (let start = 0; start < those.length; start += 1_000) {
        const rows = those.slice(start, start + 1_000).map((member) => membership(id, member.id, at))
        await tx.insert(members).values(rows)
      }
      const created: NewEvent = { payload: { __typename: 'ConversationCreated', actor: userRef(createdBy) } }
      await append(tx, [{ head, events: [created] }], at)
    })
    return id
  }

  const membership = (conversationId: string, userId: string, at: number) =>
    ({ conversationId, userId, role: 'MEMBER', state: 'ACTIVE', joinedAt: at, joinedSeq: 0 }) as const

  /** Resolves when the removal is committed. */
  async function remove(conversationId: string, { id }: { id: string }): Promise<void> {
    await database.transaction(async (tx) => {
      const head = (await lockTimelines(tx, [conversationId])).get(conversationId)!
      await tx
        .update(members)
        .set({ state: 'REMOVED' })
        .where(and(eq(members.conversationId, conversationId), eq(members.userId, id)))
      const removed: NewEvent = {
        payload: { __typename: 'MemberRemoved', user: userRef(id), actor: userRef(id) },
        endsFor: [id],
      }
      await append(tx, [{ head, events: [removed] }], Date.now())
    })
  }

  const ask = (query: string, variables: Record<string, unknown>, asker?: User): Promise<SubgraphResult> =>
    subgraph.execute({ query, variables, authorization: asker?.authorization })

  return {
    database,
    subgraph,
    published,
    publisher,
    user,
    users,
    conversation,
    remove,
    ask,
    async close() {
      await subgraph.close()
      await drop()
    },
  }
}
