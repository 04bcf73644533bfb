import { TextTooLong } from '../../../platform/errors.ts'
import { checkedText, knownId } from '../../../platform/input/index.ts'
import { deleteDraft, putDraft } from '../store/drafts.ts'
import { changeOwnView } from './changeOwnView.ts'
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
  conversations: Conversations,
  { userId }: Pick<Actor, 'userId'>,
  input: { conversationId: string; text: string },
): Promise<void> {
  const text = checkedText('text', input.text, { min: 0, max: MAX_DRAFT, multiline: true, tooLong: TextTooLong })
  const conversationId = knownId(input.conversationId)
  if (!conversationId) throw notAMember()
  await changeOwnView(conversations, { conversationId, userId }, async ({ tx }) => {
    const isEmpty = text.trim() === ''
    if (!isEmpty) await putDraft(tx, { conversationId, userId, text, updatedAt: conversations.now() })
    return !isEmpty || (await deleteDraft(tx, conversationId, userId)) ? ['draft'] : []
  })
}
