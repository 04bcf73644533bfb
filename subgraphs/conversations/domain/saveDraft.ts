import { TextTooLong } from '../../../platform/errors.ts'
import { checkedText, knownId } from '../../../platform/input/index.ts'
import { deleteDraft, putDraft } from '../store/drafts.ts'
import { findMembers } from '../store/members.ts'
import type { Actor, Conversations } from './conversations.ts'
import { MAX_DRAFT } from './limits.ts'
import { notAMember } from './permissions.ts'

/**
 * Keeps what the viewer has begun to write, for all their devices: the one that comes last counts. Nothing but white space
 * takes the draft away.
 * @throws Forbidden     not a member, or no such conversation
 * @throws TextTooLong   more than MAX_DRAFT characters
 * @throws InvalidInput  control characters
 */
export async function saveDraft(
  { database, now }: Conversations,
  { userId }: Pick<Actor, 'userId'>,
  input: { conversationId: string; text: string },
): Promise<void> {
  const text = checkedText('text', input.text, { min: 0, max: MAX_DRAFT, multiline: true, tooLong: TextTooLong })
  const conversationId = knownId(input.conversationId)
  const member = conversationId && (await findMembers(database, conversationId, [userId])).get(userId)
  if (!member || member.state !== 'ACTIVE') throw notAMember()
  if (text.trim() === '') await deleteDraft(database, conversationId, userId)
  else await putDraft(database, { conversationId, userId, text, updatedAt: now() })
}
