import { updateConversation } from '../store/conversations.ts'
import { changeConversation, requireActor } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { titleChanged } from './events.ts'
import { searchKey, validTitle } from './title.ts'

/**
 * Changes a group's title. The title that it has already changes nothing.
 * @throws Forbidden     not a member, a direct conversation, or a role that may not
 * @throws InvalidInput  the title
 */
export async function renameConversation(
  conversations: Conversations,
  { userId }: Actor,
  input: { conversationId: string; title: string },
): Promise<void> {
  const title = validTitle(input.title)
  await changeConversation(conversations, input.conversationId, async (change) => {
    await requireActor(change, userId, 'change title or picture')
    if (change.conversation.title === title) return
    await updateConversation(change.tx, change.conversation.id, {
      title,
      ...(change.conversation.listed && { titleKey: searchKey(title) }),
    })
    change.record(titleChanged(title, userId))
  })
}
