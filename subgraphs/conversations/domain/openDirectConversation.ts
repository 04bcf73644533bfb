import { v7 as uuid } from 'uuid'
import { InvalidInput } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import { isBlocked } from '../store/directBlocks.ts'
import { claimDirectPair, findDirectPair } from '../store/directPairs.ts'
import type { Actor, Conversations } from './conversations.ts'
import { startConversation } from './startConversation.ts'
import { notContactable, requireContacts } from './users.ts'

/**
 * Gives the id of the direct conversation of two users: the one there is, or a new one. When both ask at once, the
 * primary key of the pair lets one of them create it, and the other finds it.
 * @throws InvalidInput  the user is the actor
 * @throws NotFound      no such user
 * @throws Forbidden     one of them blocks the other
 */
export async function openDirectConversation(
  { database, publisher, users, now }: Conversations,
  { userId: actorId, authorization }: Actor,
  other: string,
): Promise<string> {
  if (knownId(other) === actorId) throw new InvalidInput('userId: a direct conversation is with someone else.')
  const [userId] = await requireContacts(users, [other], authorization)
  const pair = [actorId, userId!] as const
  const existing = await findDirectPair(database, pair)
  if (existing) return existing

  const { id, events } = await database.transaction(async (tx) => {
    const id = uuid()
    if (!(await claimDirectPair(tx, pair, id))) return { id: await findDirectPair(tx, pair), events: [] }
    // A block that came since the users subgraph was asked.
    if (await isBlocked(tx, pair)) throw notContactable()
    const conversation = { id, kind: 'DIRECT' as const, title: null, createdBy: actorId, createdAt: now() }
    const members = pair.map((member) => ({ userId: member, role: 'MEMBER' as const }))
    return { id, events: await startConversation(tx, conversation, members) }
  })
  if (!id) throw new Error('the direct pair was neither free nor taken')
  publisher.publish(events)
  return id
}
