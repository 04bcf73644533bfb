import { v7 as uuid } from 'uuid'
import { LimitExceeded } from '../../../platform/errors.ts'
import type { Actor, Conversations } from './conversations.ts'
import { MAX_NAMED_USERS } from './limits.ts'
import { startConversation } from './startConversation.ts'
import { validTitle } from './title.ts'
import { requireUsers } from './users.ts'

/**
 * Starts a group with the actor as its owner; gives its id. The actor and doubles among `memberIds` count once.
 * @throws InvalidInput   the title
 * @throws NotFound       one of the members is no user
 * @throws LimitExceeded  more than MAX_NAMED_USERS others
 */
export async function createGroup(
  { database, publisher, users, now }: Conversations,
  { userId: actorId, authorization }: Actor,
  input: { title: string; memberIds: readonly string[] },
): Promise<string> {
  const title = validTitle(input.title)
  if (input.memberIds.length > MAX_NAMED_USERS) {
    throw new LimitExceeded(`memberIds: at most ${MAX_NAMED_USERS} users at a time.`)
  }
  const named = await requireUsers(users, input.memberIds, authorization)
  const others = named.filter((userId) => userId !== actorId)

  const id = uuid()
  const events = await database.transaction((tx) =>
    startConversation(tx, { id, kind: 'GROUP', title, createdBy: actorId, createdAt: now() }, [
      { userId: actorId, role: 'OWNER' },
      ...others.map((userId) => ({ userId, role: 'MEMBER' as const })),
    ]),
  )
  publisher.publish(events)
  return id
}
