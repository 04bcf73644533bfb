import { joinConversation } from '../../domain/joinConversation.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const joinConversationResolver: MutationResolvers['joinConversation'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  const id = await joinConversation(conversations, actor(), input.code)
  return { conversation: await readChanged(loaders, id) }
}
