import { LimitExceeded } from '../../../platform/errors.ts'
import { changeMemberCount } from '../store/conversations.ts'
import { findMembers, insertMembers, restoreMembers, type NewMember } from '../store/members.ts'
import type { Change } from './changeConversation.ts'
import { memberAdded } from './events.ts'
import { MAX_MEMBERS } from './limits.ts'

/**
 * Makes users members, as MEMBER; those who are members already stay as they are. The number of statements is the same
 * for one user and for many.
 * @returns how many were admitted
 * @throws LimitExceeded  the group would have more than MAX_MEMBERS
 */
export async function admitMembers(change: Change, userIds: readonly string[], actorId: string): Promise<number> {
  const { tx, conversation, head, at } = change
  const known = await findMembers(tx, conversation.id, userIds)
  const admitted = userIds.filter((userId) => known.get(userId)?.state !== 'ACTIVE')
  if (admitted.length === 0) return 0
  if (conversation.memberCount + admitted.length > MAX_MEMBERS) {
    throw new LimitExceeded(`A group has at most ${MAX_MEMBERS} members.`)
  }
  const rows = admitted.map((userId): NewMember => {
    return {
      conversationId: conversation.id,
      userId,
      role: 'MEMBER',
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
  change.record(...admitted.map((userId) => memberAdded(userId, 'MEMBER', actorId)))
  return admitted.length
}
