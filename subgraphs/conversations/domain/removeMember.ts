import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import { changeMemberCount } from '../store/conversations.ts'
import { endMembership, findMembers } from '../store/members.ts'
import { changeConversation, requireActor } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { memberRemoved } from './events.ts'
import { requirePermission } from './permissions.ts'

/**
 * Removes someone else from a group. Once it resolves they can neither send, read nor receive here (I6). Someone who is
 * gone already stays gone: a retry changes nothing.
 * @throws Forbidden  not a member, a direct conversation, a role that may not, or oneself
 * @throws NotFound   they never were a member
 */
export async function removeMember(
  conversations: Conversations,
  { userId: actorId }: Actor,
  input: { conversationId: string; userId: string },
): Promise<void> {
  const userId = knownId(input.userId)
  await changeConversation(conversations, input.conversationId, async (change) => {
    const { tx, conversation } = change
    const actor = await requireActor(change, actorId, 'remove MEMBER')
    if (userId === actorId) throw new Forbidden('Use leaveConversation to leave.')
    const member = userId ? (await findMembers(tx, conversation.id, [userId])).get(userId) : undefined
    if (!userId || !member) throw new NotFound('This user is not a member.')
    if (member.state !== 'ACTIVE') return
    requirePermission(conversation, actor.role, `remove ${member.role}`)
    await endMembership(tx, conversation.id, userId, 'REMOVED')
    await changeMemberCount(tx, conversation.id, -1)
    change.record(memberRemoved(userId, actorId))
  })
}
