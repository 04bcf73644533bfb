import { findInvite, markRevoked } from '../store/invites.ts'
import { changeConversation, requireActor } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { inviteInvalid, isInviteCode } from './inviteCode.ts'

/**
 * Ends an invite link: once it resolves, nobody joins with it.
 * @throws InviteInvalid  no such code
 * @throws Forbidden      not a member, or a role that may not
 */
export async function revokeInvite(conversations: Conversations, { userId }: Actor, code: string): Promise<void> {
  const invite = isInviteCode(code) ? await findInvite(conversations.database, code) : undefined
  if (!invite) throw inviteInvalid()
  await changeConversation(conversations, invite.conversationId, async (change) => {
    await requireActor(change, userId, 'invite')
    await markRevoked(change.tx, code, change.at)
  })
}
