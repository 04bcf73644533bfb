import { Forbidden } from '../../../platform/errors.ts'
import { endMembership, findMembers, insertMembers } from '../store/members.ts'
import { changeConversation, requireActor } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { memberBanned } from './events.ts'
import { dismiss } from './removeMember.ts'
import { requireUsers } from './users.ts'

/**
 * Bans someone else from a group, member or not: who is in it is removed (I6), and nobody who is banned joins or is added.
 * Someone who is banned already stays so.
 * @throws Forbidden  not a member, a direct conversation, a role that may not, or oneself
 * @throws NotFound   no such user
 */
export async function banMember(
  conversations: Conversations,
  { userId: actorId, authorization }: Actor,
  input: { conversationId: string; userId: string },
): Promise<void> {
  const [userId] = (await requireUsers(conversations.users, [input.userId], authorization)) as [string]
  await changeConversation(conversations, input.conversationId, async (change) => {
    const { tx, conversation, at, head } = change
    const actor = await requireActor(change, actorId, 'manage GUEST')
    if (userId === actorId) throw new Forbidden('Nobody bans themselves.')
    const member = (await findMembers(tx, conversation.id, [userId])).get(userId)
    if (member?.state === 'BANNED') return
    if (member?.state === 'ACTIVE') await dismiss(change, actor, member, 'BANNED')
    else if (member) await endMembership(tx, conversation.id, userId, 'BANNED')
    else {
      const place = { conversationId: conversation.id, userId, role: 'MEMBER' as const, state: 'BANNED' as const }
      await insertMembers(tx, [{ ...place, joinedAt: at, joinedSeq: head.lastSeq }])
    }
    change.record(memberBanned(userId, actorId))
  })
}
