import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { IdempotencyConflict, InvalidInput } from '../../../platform/errors.ts'
import { claimConversation, findClaim } from '../store/conversationClaims.ts'
import type { ConversationKind } from '../store/conversations.ts'
import type { Conversations } from './conversations.ts'
import { startConversation } from './startConversation.ts'
import { searchKey } from './title.ts'

export interface NewConversation {
  kind: Exclude<ConversationKind, 'DIRECT'>
  title: string
  topic: string | null
  /** Who else is in it from the start, each once. */
  others: readonly string[]
  /** Chosen by the client; the same one gives the same conversation, so that a retry makes no second one. */
  clientId: string | null | undefined
}

/**
 * Starts a conversation with the actor as its owner, once for each `clientId`; gives its id.
 * @throws InvalidInput         the `clientId`
 * @throws IdempotencyConflict  the actor used the `clientId` for something else
 */
export async function createWithOwner(
  { database, publisher, now }: Conversations,
  actorId: string,
  { kind, title, topic, others, clientId }: NewConversation,
): Promise<string> {
  if (typeof clientId === 'string' && !/^[\w.:-]{1,64}$/.test(clientId)) {
    throw new InvalidInput('The client id has 1 to 64 letters, digits, or any of - _ . :')
  }
  const contentHash = hashOf([1, kind, title, topic, [...others].sort()])
  const { id, events } = await database.transaction(async (tx) => {
    const id = uuid()
    if (typeof clientId === 'string') {
      const claim = { creatorId: actorId, clientGroupId: clientId, contentHash, conversationId: id }
      const first = (await claimConversation(tx, claim)) ? undefined : await findClaim(tx, actorId, clientId)
      if (first && first.contentHash !== contentHash) {
        throw new IdempotencyConflict(`${clientId} was used for another conversation.`)
      }
      if (first) return { id: first.conversationId, events: [] }
    }
    const listed = kind !== 'GROUP'
    const titleKey = listed ? searchKey(title) : null
    const conversation = { id, kind, title, titleKey, topic, listed, createdBy: actorId, createdAt: now() }
    const members = others.map((userId) => ({ userId, role: 'MEMBER' as const }))
    return { id, events: await startConversation(tx, conversation, [{ userId: actorId, role: 'OWNER' }, ...members]) }
  })
  publisher.publish(events)
  return id
}

const hashOf = (content: unknown) => createHash('sha256').update(JSON.stringify(content)).digest('base64url')
