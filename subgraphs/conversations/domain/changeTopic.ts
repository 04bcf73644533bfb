import { updateConversation } from '../store/conversations.ts'
import { changeConversation, requireActor } from './changeConversation.ts'
import type { Actor, Conversations } from './conversations.ts'
import { topicChanged } from './events.ts'
import { validTopic } from './title.ts'

/**
 * Changes what a group is about; null or empty takes it away. The topic that it has already changes nothing.
 * @throws Forbidden     not a member, a direct conversation, or a role that may not
 * @throws InvalidInput  the topic
 */
export async function changeTopic(
  conversations: Conversations,
  { userId }: Actor,
  input: { conversationId: string; topic?: string | null },
): Promise<void> {
  const topic = validTopic(input.topic)
  await changeConversation(conversations, input.conversationId, async (change) => {
    await requireActor(change, userId, 'change topic')
    if (change.conversation.topic === topic) return
    await updateConversation(change.tx, change.conversation.id, { topic })
    change.record(topicChanged(topic, userId))
  })
}
