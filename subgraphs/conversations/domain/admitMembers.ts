import { Forbidden, LimitExceeded } from '../../../platform/errors.ts'
import { changeMemberCount } from '../store/conversations.ts'
import { findMembers, insertMembers, restoreMembers, type MemberRole, type NewMember } from '../store/members.ts'
import type { Change } from './changeConversation.ts'
import { memberAdded } from './events.ts'
import { MAX_MEMBERS } from './limits.ts'

/**
 * Makes users members; those who are members already stay as they are. The number of statements is the same
 * for one user and for many.
 * @returns how many were admitted
 * @throws Forbidden      one of them is banned
 * @throws LimitExceeded  the group would have more than MAX_MEMBERS
 */
export async function admitMembers(
  change: Change,
  userIds: readonly string[],
  actorId: string,
  role: MemberRole = 'MEMBER',
): Promise<number> {
  const { tx, conversation, head, at } = change
  const known = await findMembers(tx, conversation.id, userIds)
  const banned = userIds.find((userId) => known.get(userId)?.state === 'BANNED')
  if (banned === actorId) throw new Forbidden('You are banned here.')
  if (banned) throw new Forbidden(`User ${banned} is banned here: lift the ban first.`)
  const admitted = userIds.filter((userId) => known.get(userId)?.state !== 'ACTIVE')
  if (admitted.length === 0) return 0
  if (conversation.memberCount + admitted.length > MAX_MEMBERS) {
    throw new LimitExceeded(`A group has at most ${MAX_MEMBERS} members.`)
  }
  const rows = admitted.map((userId): NewMember => {
    return {
      conversationId: conversation.id,
      userId,
      role,
      state: 'ACTIVE',
      joinedAt: at,
      joinedSeq: head.lastSeq,
    }
  })
  await insertMembers(
    tx,
    rows.filter(({ userId }) => !known.has(userId)),
  )
  await restoreMembers(
    tx,
    rows.filter(({ userId }) => known.has(userId)),
  )
  await changeMemberCount(tx, conversation.id, admitted.length)
  change.record(...admitted.map((userId) => memberAdded(userId, role, actorId)))
  return admitted.length
}
