import { Forbidden } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import { deleteDraft } from '../store/drafts.ts'
import { findMemberships, findOtherMember } from '../store/memberships.ts'
import { deleteScheduledOf } from '../store/scheduled.ts'
import type { Conversations } from './conversations.ts'
import { leaveAs } from './leaveConversation.ts'
import { setDirectBlock } from './setDirectBlock.ts'

/** Conversations at a time: each is a transaction of its own. */
const AT_ONCE = 50

/**
 * Has a user whose account is deleted leave their groups, ownership handed on, and their webhooks there paused. Direct
 * conversations stay the other's: a deleted user counts as one who blocks them, so nobody writes there any more. What was begun or
 * scheduled is gone. Goes through those after `after`; resolves with the last one, null when none is left. Again is the same.
 * @throws Forbidden    the account is not deleted: nobody else leaves by this
 * @throws Unavailable  the users subgraph cannot be reached
 */
export async function endMemberships(
  conversations: Conversations,
  input: { userId: string; after?: string | null | undefined },
): Promise<string | null> {
  const { database, users } = conversations
  const userId = knownId(input.userId)
  if (!userId || !(await users.isDeleted(userId))) throw new Forbidden('Deleted accounts alone leave like this.')
  const after = input.after ? knownId(input.after) : undefined
  if (!after) await database.transaction((tx) => deleteScheduledOf(tx, userId, Date.now()))
  const found = await findMemberships(database, userId, { after, limit: AT_ONCE })
  for (const { conversationId, kind } of found) {
    if (kind !== 'DIRECT') await leaveAs(conversations, { userId, conversationId }, 'OWNER_DELETED')
    else {
      const other = await findOtherMember(database, conversationId, userId)
      if (other) await setDirectBlock(conversations, { userId }, { userId: other, blocked: true })
      await database.transaction((tx) => deleteDraft(tx, conversationId, userId))
    }
  }
  return found.length < AT_ONCE ? null : found.at(-1)!.conversationId
}
