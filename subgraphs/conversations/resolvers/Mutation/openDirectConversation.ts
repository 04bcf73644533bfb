import { openDirectConversation } from '../../domain/openDirectConversation.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const openDirectConversationResolver: MutationResolvers['openDirectConversation'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  const id = await openDirectConversation(conversations, actor(), input.userId)
  return { conversation: await readChanged(loaders, id) }
}
