import { findMembers } from '../store/members.ts'
import { admitMembers } from './admitMembers.ts'
import { changeConversation } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { notAMember } from './permissions.ts'

/**
 * Joins a public channel, without a link. For a member nothing changes. Anything that is not listed is answered as if it
 * were not there.
 * @throws Forbidden      no such channel, or banned
 * @throws LimitExceeded  the channel is full
 */
export async function joinChannel(
  conversations: Conversations,
  { userId }: Actor,
  conversationId: string,
): Promise<void> {
  await changeConversation(conversations, conversationId, async (change) => {
    const { tx, conversation } = change
    const member = (await findMembers(tx, conversation.id, [userId])).get(userId)
    if (member?.state === 'ACTIVE') return
    if (!conversation.listed) throw notAMember()
    await admitMembers(change, [userId], userId)
  })
}
