import { httpsUrl } from '../../../platform/input/index.ts'
import { updateConversation } from '../store/conversations.ts'
import { changeConversation, requireActor } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { avatarChanged } from './events.ts'
import { MAX_AVATAR_URL } from './limits.ts'

/**
 * Changes a group's picture; null or empty takes it away. The picture that it has already changes nothing.
 * @throws Forbidden     not a member, a direct conversation, or a role that may not
 * @throws InvalidInput  the avatarUrl
 */
export async function changeAvatar(
  conversations: Conversations,
  { userId }: Actor,
  input: { conversationId: string; avatarUrl?: string | null },
): Promise<void> {
  const avatarUrl = input.avatarUrl ? httpsUrl('avatarUrl', input.avatarUrl, MAX_AVATAR_URL) : null
  await changeConversation(conversations, input.conversationId, async (change) => {
    await requireActor(change, userId, 'change title or picture')
    if (change.conversation.avatarUrl === avatarUrl) return
    await updateConversation(change.tx, change.conversation.id, { avatarUrl })
    change.record(avatarChanged(avatarUrl, userId))
  })
}
