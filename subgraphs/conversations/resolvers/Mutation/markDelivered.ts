import { markReceipt } from '../../domain/markReceipt.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const markDeliveredResolver: MutationResolvers['markDelivered'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await markReceipt(conversations, actor(), 'delivered', input)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
