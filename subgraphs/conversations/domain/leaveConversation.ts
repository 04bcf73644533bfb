import { changeMemberCount, updateConversation } from '../store/conversations.ts'
import { deleteDraft } from '../store/drafts.ts'
import { deleteInvites } from '../store/invites.ts'
import { endMembership, findHeir, findMembers, updateRole } from '../store/members.ts'
import { pauseWebhooksOf } from '../store/webhooks/webhooks.ts'
import { changeConversation, type Change } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { memberRemoved, roleChanged } from './events.ts'
import { notAMember, requirePermission } from './permissions.ts'

/**
 * Leaves a group. The last owner hands ownership to the longest-standing admin, else member, else guest. With the last member it
 * closes: nobody is left whose group one could join. Who has left already has nothing to do, so a retry succeeds.
 * @throws Forbidden  not a member, removed, or a direct conversation
 */
export const leaveConversation = (
  conversations: Conversations,
  { userId }: Actor,
  conversationId: string,
): Promise<void> => leaveAs(conversations, { userId, conversationId }, 'OWNER_LEFT')

/** The same, for one who leaves by themself or because their account is deleted: their webhooks say which. */
export async function leaveAs(
  conversations: Conversations,
  { userId, conversationId }: { userId: string; conversationId: string },
  because: 'OWNER_LEFT' | 'OWNER_DELETED',
): Promise<void> {
  await changeConversation(conversations, conversationId, async (change) => {
    const { tx, conversation } = change
    const member = (await findMembers(tx, conversation.id, [userId])).get(userId)
    if (member?.state === 'LEFT') return
    if (member?.state !== 'ACTIVE') throw notAMember()
    requirePermission(conversation, member.role, 'leave')
    if (conversation.memberCount === 1) await close(change)
    else if (member.role === 'OWNER') await passOwnership(change, userId)
    await endMembership(tx, conversation.id, userId, 'LEFT')
    await pauseWebhooksOf(tx, conversation.id, userId, because)
    await deleteDraft(tx, conversation.id, userId)
    await changeMemberCount(tx, conversation.id, -1)
    change.record(memberRemoved(userId, userId))
  })
}

/** No link leads into it any more, and nobody finds it. */
async function close({ tx, conversation }: Change): Promise<void> {
  await deleteInvites(tx, conversation.id)
  if (conversation.listed) await updateConversation(tx, conversation.id, { listed: false })
}

/** Comes before the departure in the log, so that the group has an owner at every position. */
async function passOwnership(change: Change, leaverId: string): Promise<void> {
  const heir = await findHeir(change.tx, change.conversation.id, leaverId)
  if (!heir || heir.role === 'OWNER') return
  await updateRole(change.tx, change.conversation.id, heir.userId, 'OWNER')
  change.record(roleChanged(heir.userId, 'OWNER', leaverId))
}
