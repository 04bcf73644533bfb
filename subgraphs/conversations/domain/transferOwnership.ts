import { InvalidInput } from '../../../platform/errors.ts'
import { updateRole } from '../store/members.ts'
import { changeConversation, requireActor } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { roleChanged } from './events.ts'
import { requireActiveMember } from './otherMember.ts'
import { requirePermission } from './permissions.ts'

/**
 * Makes a member an owner and the actor, who was one, an admin. When it is so already nothing changes, so that a retry
 * after a lost answer succeeds.
 * @throws Forbidden     not a member, a direct conversation, or not an owner
 * @throws NotFound      they are not a member
 * @throws InvalidInput  oneself
 */
export async function transferOwnership(
  conversations: Conversations,
  { userId: actorId }: Actor,
  input: { conversationId: string; userId: string },
): Promise<void> {
  await changeConversation(conversations, input.conversationId, async (change) => {
    const { tx, conversation } = change
    const actor = await requireActor(change, actorId, 'manage GUEST')
    const heir = await requireActiveMember(change, input.userId)
    if (heir.userId === actorId) throw new InvalidInput('userId: ownership passes to someone else.')
    if (heir.role === 'OWNER' && actor.role === 'ADMIN') return
    requirePermission(conversation, actor.role, 'transfer ownership')
    // The heir first, so that the group has an owner at every position of the log.
    if (heir.role !== 'OWNER') {
      await updateRole(tx, conversation.id, heir.userId, 'OWNER')
      change.record(roleChanged(heir.userId, 'OWNER', actorId))
    }
    await updateRole(tx, conversation.id, actorId, 'ADMIN')
    change.record(roleChanged(actorId, 'ADMIN', actorId))
  })
}
