import { markReceipt } from '../../domain/markReceipt.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const markReadResolver: MutationResolvers['markRead'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await markReceipt(conversations, actor(), 'read', input)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
