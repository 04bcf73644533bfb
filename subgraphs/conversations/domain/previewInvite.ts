import { findConversation } from '../store/conversations.ts'
import { findInvite } from '../store/invites.ts'
import { findMembers } from '../store/members.ts'
import type { Actor, Conversations } from './conversations.ts'
import { holds, inviteInvalid, isInviteCode } from './inviteCode.ts'

export interface InvitePreview {
  conversationId: string
  title: string | null
  topic: string | null
  avatarUrl: string | null
  memberCount: number
  /** True when the viewer is a member already. */
  joined: boolean
}

/**
 * What is behind an invite code. Members see it also when the link has ended, as for them joinConversation succeeds.
 * @throws InviteInvalid  unknown, expired, used up or revoked
 */
export async function previewInvite(
  { database, now }: Conversations,
  { userId }: Pick<Actor, 'userId'>,
  code: string,
): Promise<InvitePreview> {
  const invite = isInviteCode(code) ? await findInvite(database, code) : undefined
  if (!invite) throw inviteInvalid()
  const { conversationId } = invite
  const members = await findMembers(database, conversationId, [userId])
  const joined = members.get(userId)?.state === 'ACTIVE'
  const conversation = joined || holds(invite, now()) ? await findConversation(database, conversationId) : undefined
  if (!conversation) throw inviteInvalid()
  const { title, topic, avatarUrl, memberCount } = conversation
  return { conversationId, title, topic, avatarUrl, memberCount, joined }
}
