import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { type Database, tables, type Transaction } from '../../../platform/database/index.ts'
import { append, createTimeline, lockTimelines } from '../../../platform/timeline/index.ts'

const { conversations, members } = tables

/** Whoever has an id: members that never ask for anything need no token. */
export interface Someone {
  id: string
}

const userRef = ({ id }: Someone) => ({ __typename: 'User', id }) as const

/**
 * A group of these users, written as the conversations subgraph writes it: rows and event in one transaction that holds
 * the timeline. Resolves with its id.
 */
export async function createConversation(database: Database, those: Someone[]): Promise<string> {
  const id = uuid()
  const at = Date.now()
  const owner = those[0]!
  const row = {
    id,
    kind: 'GROUP',
    title: 'A group',
    createdBy: owner.id,
    createdAt: at,
    memberCount: those.length,
  } as const
  await database.transaction(async (tx) => {
    await tx.insert(conversations).values(row)
    const head = await createTimeline(tx, id, at)
    await insertMembers(tx, id, those, at)
    await append(
      tx,
      [{ head, events: [{ payload: { __typename: 'ConversationCreated', actor: userRef(owner) } }] }],
      at,
    )
  })
  return id
}

async function insertMembers(tx: Transaction, conversationId: string, those: Someone[], at: number): Promise<void> {
  const place = { conversationId, role: 'MEMBER', state: 'ACTIVE', joinedAt: at, joinedSeq: 0 } as const
  for (let start = 0; start < those.length; start += 1_000) {
    const some = those.slice(start, start + 1_000)
    await tx.insert(members).values(some.map(({ id }) => ({ ...place, userId: id })))
  }
}

/**
 * Removes a member, as the conversations subgraph does. Resolves when the removal is committed, which it is not before
 * `beforeCommit` has resolved.
 */
export async function removeMember(
  database: Database,
  conversationId: string,
  user: Someone,
  beforeCommit: () => Promise<void> = async () => {},
): Promise<void> {
  await database.transaction(async (tx) => {
    const head = (await lockTimelines(tx, [conversationId])).get(conversationId)!
    const place = and(eq(members.conversationId, conversationId), eq(members.userId, user.id))
    await tx.update(members).set({ state: 'REMOVED' }).where(place)
    const payload = { __typename: 'MemberRemoved', user: userRef(user), actor: userRef(user) } as const
    await append(tx, [{ head, events: [{ payload, endsFor: [user.id] }] }], Date.now())
    await beforeCommit()
  })
}

/** Gives a member another role, without the event, which the tests do not look at. */
export async function setRole(
  database: Database,
  conversationId: string,
  user: Someone,
  role: (typeof members.$inferSelect)['role'],
): Promise<void> {
  await database
    .update(members)
    .set({ role })
    .where(and(eq(members.conversationId, conversationId), eq(members.userId, user.id)))
}

/** Makes a conversation one of another kind. */
export async function setKind(
  database: Database,
  conversationId: string,
  kind: (typeof conversations.$inferSelect)['kind'],
): Promise<void> {
  await database.update(conversations).set({ kind }).where(eq(conversations.id, conversationId))
}
