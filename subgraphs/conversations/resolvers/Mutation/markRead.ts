import { moveReceipt } from '../../domain/moveReceipt.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const markReadResolver: MutationResolvers['markRead'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await moveReceipt(conversations, actor(), 'read', input)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
