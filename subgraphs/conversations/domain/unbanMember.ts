import { knownId } from '../../../platform/input/index.ts'
import { endMembership, findMembers } from '../store/members.ts'
import { changeConversation, requireActor } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { memberUnbanned } from './events.ts'

/**
 * Lifts a ban: they may join or be added again. Someone who is not banned stays as they are.
 * @throws Forbidden  not a member, a direct conversation, or a role that may not
 */
export async function unbanMember(
  conversations: Conversations,
  { userId: actorId }: Actor,
  input: { conversationId: string; userId: string },
): Promise<void> {
  await changeConversation(conversations, input.conversationId, async (change) => {
    const { tx, conversation } = change
    await requireActor(change, actorId, 'unban')
    const userId = knownId(input.userId)
    const member = userId && (await findMembers(tx, conversation.id, [userId])).get(userId)
    if (!member || member.state !== 'BANNED') return
    await endMembership(tx, conversation.id, member.userId, 'REMOVED')
    change.record(memberUnbanned(member.userId, actorId))
  })
}
