import { InvalidInput, LimitExceeded } from '../../../platform/errors.ts'
import { countInvites, deleteEndedInvites, insertInvite, type InviteRow } from '../store/invites.ts'
import type { MemberRole } from '../store/members.ts'
import { changeConversation, requireActor } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { newInviteCode } from './inviteCode.ts'
import { MAX_INVITES, MAX_INVITE_USES } from './limits.ts'

export interface NewInvite {
  conversationId: string
  /** Milliseconds since 1970; null: it does not expire. */
  expiresAt: number | null
  /** Null: any number of times. */
  maxUses: number | null
  /** What those who join with it become. */
  role: MemberRole
}

/**
 * Makes an invite link for a group.
 * @throws Forbidden      not a member, a direct conversation, or a role that may not
 * @throws InvalidInput   an end in the past, a number of uses out of range, a role above a member's
 * @throws LimitExceeded  the group has MAX_INVITES links that still hold
 */
export async function createInvite(
  conversations: Conversations,
  { userId }: Actor,
  { conversationId, expiresAt, maxUses, role }: NewInvite,
): Promise<InviteRow> {
  if (maxUses !== null && (maxUses < 1 || maxUses > MAX_INVITE_USES)) {
    throw new InvalidInput(`maxUses: from 1 to ${MAX_INVITE_USES}.`)
  }
  if (expiresAt !== null && expiresAt <= conversations.now())
    throw new InvalidInput('expiresAt: a moment in the future.')

  if (role !== 'MEMBER' && role !== 'GUEST') throw new InvalidInput('role: a link makes members or guests.')

  return changeConversation(conversations, conversationId, async (change) => {
    const { tx, at } = change
    await requireActor(change, userId, 'invite')
    await deleteEndedInvites(tx, conversationId, at)
    if ((await countInvites(tx, conversationId)) >= MAX_INVITES) {
      throw new LimitExceeded(`A group has at most ${MAX_INVITES} invite links: revoke one that is no longer needed.`)
    }
    const code = newInviteCode()
    const invite = {
      code,
      conversationId,
      createdBy: userId,
      createdAt: at,
      expiresAt,
      maxUses,
      uses: 0,
      role,
      revokedAt: null,
    }
    await insertInvite(tx, invite)
    return invite
  })
}
