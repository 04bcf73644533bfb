import { Forbidden } from '../../../platform/errors.ts'
import type { MemberRow } from '../store/members.ts'
import { changeMemberCount } from '../store/conversations.ts'
import { deleteDraft } from '../store/drafts.ts'
import { endMembership } from '../store/members.ts'
import { pauseWebhooksOf } from '../store/webhooks/webhooks.ts'
import { changeConversation, requireActor, type Change } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { memberRemoved } from './events.ts'
import { requireMember } from './otherMember.ts'
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
  await changeConversation(conversations, input.conversationId, async (change) => {
    const actor = await requireActor(change, actorId, 'manage GUEST')
    const member = await requireMember(change, input.userId)
    if (member.userId === actorId) throw new Forbidden('Use leaveConversation to leave.')
    if (member.state === 'ACTIVE') await dismiss(change, actor, member, 'REMOVED')
  })
}

/**
 * Ends someone's membership, and what they had begun to write goes with it.
 * @throws Forbidden  a role that may not
 */
export async function dismiss(
  change: Change,
  actor: MemberRow,
  member: MemberRow,
  state: 'REMOVED' | 'BANNED',
): Promise<void> {
  const { tx, conversation } = change
  requirePermission(conversation, actor.role, `manage ${member.role}`)
  await endMembership(tx, conversation.id, member.userId, state)
  await pauseWebhooksOf(tx, conversation.id, member.userId, 'OWNER_LEFT')
  await deleteDraft(tx, conversation.id, member.userId)
  await changeMemberCount(tx, conversation.id, -1)
  change.record(memberRemoved(member.userId, actor.userId))
}
