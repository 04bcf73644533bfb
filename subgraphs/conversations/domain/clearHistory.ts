import { InvalidInput } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import { findReceipt, moveCleared } from '../store/receipts.ts'
import { updateSettings } from '../store/settings.ts'
import { changeOwnView } from './changeOwnView.ts'
import type { Actor, Conversations } from './conversations.ts'
import { notAMember } from './permissions.ts'

/**
 * Clears what stands up to `seq`, or everything so far, from the viewer's own view. The pointer never goes back. Where everything is
 * cleared, nothing is marked unread any more.
 * @throws Forbidden     not a member, or no such conversation
 * @throws InvalidInput  `seq` is negative, or ahead of the conversation
 */
export async function clearHistory(
  conversations: Conversations,
  { userId }: Pick<Actor, 'userId'>,
  input: { conversationId: string; seq?: number | null },
): Promise<void> {
  const conversationId = knownId(input.conversationId)
  const place = conversationId && (await findReceipt(conversations.database, conversationId, userId))
  if (!place) throw notAMember()
  const seq = input.seq ?? place.lastSeq
  if (seq < 0) throw new InvalidInput('seq must not be negative.')
  if (seq > place.lastSeq) throw new InvalidInput(`seq is ahead of the newest message, which is ${place.lastSeq}.`)
  await changeOwnView(conversations, { conversationId, userId }, async ({ tx, member }) => {
    if (!(await moveCleared(tx, conversationId, userId, seq))) return []
    if (seq < place.lastSeq || !member.markedUnread) return ['cleared']
    await updateSettings(tx, conversationId, userId, { markedUnread: false })
    return ['cleared', 'settings']
  })
}
