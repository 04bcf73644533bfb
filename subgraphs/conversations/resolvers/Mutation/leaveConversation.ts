import { leaveConversation } from '../../domain/leaveConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const leaveConversationResolver: MutationResolvers['leaveConversation'] = async (
  _parent,
  { input },
  { conversations, actor },
) => {
  await leaveConversation(conversations, actor(), input.conversationId)
  return { conversationId: input.conversationId }
}
