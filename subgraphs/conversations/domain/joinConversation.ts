import { countUse, findInvite } from '../store/invites.ts'
import { findMembers } from '../store/members.ts'
import { admitMembers } from './admitMembers.ts'
import { changeConversation } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { holds, inviteInvalid, isInviteCode } from './inviteCode.ts'

/**
 * Joins the group behind an invite code; gives its id. Uses are counted under the lock on the timeline, so a limit
 * holds however many join at once. For a member nothing changes and nothing is used, even when the link has ended
 * since: so a retry succeeds after the last use.
 * @throws InviteInvalid  unknown, expired, used up or revoked
 * @throws LimitExceeded  the group is full
 */
export async function joinConversation(conversations: Conversations, { userId }: Actor, code: string): Promise<string> {
  const found = isInviteCode(code) ? await findInvite(conversations.database, code) : undefined
  if (!found) throw inviteInvalid()
  const { conversationId } = found
  await changeConversation(conversations, conversationId, async (change) => {
    const member = (await findMembers(change.tx, conversationId, [userId])).get(userId)
    if (member?.state === 'ACTIVE') return
    // Read again: only under the lock is it certain what the link still allows.
    const invite = await findInvite(change.tx, code)
    if (!invite || !holds(invite, conversations.now())) throw inviteInvalid()
    await admitMembers(change, [userId], userId, invite.role)
    await countUse(change.tx, code)
  })
  return conversationId
}
