import { LimitExceeded } from '../../../platform/errors.ts'
import type { Actor, Conversations } from './conversations.ts'
import { createWithOwner } from './createWithOwner.ts'
import { MAX_NAMED_USERS } from './limits.ts'
import { validTitle } from './title.ts'
import { requireContacts } from './users.ts'

/**
 * Starts a group with the actor as its owner; gives its id. The actor and doubles among `memberIds` count once.
 * @throws InvalidInput         the title, or the `clientGroupId`
 * @throws NotFound             one of the members is no user
 * @throws Forbidden            one of the members and the actor do not talk: one blocks the other
 * @throws LimitExceeded        more than MAX_NAMED_USERS others
 * @throws IdempotencyConflict  the `clientGroupId` was used for something else
 */
export async function createGroup(
  conversations: Conversations,
  { userId: actorId, authorization }: Actor,
  input: { title: string; memberIds: readonly string[]; clientGroupId?: string | null },
): Promise<string> {
  const title = validTitle(input.title)
  if (input.memberIds.length > MAX_NAMED_USERS) {
    throw new LimitExceeded(`memberIds: at most ${MAX_NAMED_USERS} users at a time.`)
  }
  const named = await requireContacts(conversations.users, input.memberIds, authorization)
  const others = named.filter((userId) => userId !== actorId)
  const clientId = input.clientGroupId
  return createWithOwner(conversations, actorId, { kind: 'GROUP', title, topic: null, others, clientId })
}
