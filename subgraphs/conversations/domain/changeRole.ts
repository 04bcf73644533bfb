import { Forbidden } from '../../../platform/errors.ts'
import { hasOtherOwner, updateRole, type MemberRole } from '../store/members.ts'
import { changeConversation, requireActor } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { roleChanged } from './events.ts'
import { requireActiveMember } from './otherMember.ts'
import { requirePermission } from './permissions.ts'

/**
 * Gives a member another role. The role that they have already changes nothing.
 * @throws Forbidden  not a member, a direct conversation, a role that may not, or the last owner would be none
 * @throws NotFound   they are not a member
 */
export async function changeRole(
  conversations: Conversations,
  { userId: actorId }: Actor,
  input: { conversationId: string; userId: string; role: MemberRole },
): Promise<void> {
  await changeConversation(conversations, input.conversationId, async (change) => {
    const { tx, conversation } = change
    const actor = await requireActor(change, actorId, 'manage GUEST')
    const member = await requireActiveMember(change, input.userId)
    if (member.role === input.role) return
    requirePermission(conversation, actor.role, `manage ${member.role}`)
    requirePermission(conversation, actor.role, `manage ${input.role}`)
    if (member.role === 'OWNER' && !(await hasOtherOwner(tx, conversation.id, member.userId))) {
      throw new Forbidden('A group always has an owner: make someone else one first.')
    }
    await updateRole(tx, conversation.id, member.userId, input.role)
    change.record(roleChanged(member.userId, input.role, actorId))
  })
}
