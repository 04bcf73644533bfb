import { readChanged } from '../../domain/readConversation.ts'
import { renameConversation } from '../../domain/renameConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const renameConversationResolver: MutationResolvers['renameConversation'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await renameConversation(conversations, actor(), input)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
