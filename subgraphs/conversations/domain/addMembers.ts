import { InvalidInput, LimitExceeded } from '../../../platform/errors.ts'
import { admitMembers } from './admitMembers.ts'
import { changeConversation, requireActor } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { MAX_NAMED_USERS } from './limits.ts'
import type { MemberRole } from '../store/members.ts'
import { requirePermission } from './permissions.ts'
import { requireContacts } from './users.ts'

/**
 * Adds users to a group; those who are members already stay as they are, so a retry changes nothing.
 * @throws Forbidden      not a member, a direct conversation, or a role that may not, or one of them is banned or blocks, or is blocked by, who asks
 * @throws NotFound       one of them is no user
 * @throws InvalidInput   nobody is named
 * @throws LimitExceeded  too many are named, or the group is full
 */
export async function addMembers(
  conversations: Conversations,
  { userId: actorId, authorization }: Actor,
  input: { conversationId: string; userIds: readonly string[]; role?: MemberRole },
): Promise<void> {
  if (input.userIds.length === 0) throw new InvalidInput('userIds: name at least one user.')
  if (input.userIds.length > MAX_NAMED_USERS) {
    throw new LimitExceeded(`userIds: at most ${MAX_NAMED_USERS} users at a time.`)
  }
  // Asked before the transaction, so that no lock is held while another service answers.
  const userIds = await requireContacts(conversations.users, input.userIds, authorization)
  await changeConversation(conversations, input.conversationId, async (change) => {
    const actor = await requireActor(change, actorId, 'add')
    const role = input.role ?? 'MEMBER'
    requirePermission(change.conversation, actor.role, `manage ${role}`)
    await admitMembers(change, userIds, actorId, role)
  })
}
