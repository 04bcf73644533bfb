import { clearHistory } from '../../domain/clearHistory.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const clearHistoryResolver: MutationResolvers['clearHistory'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await clearHistory(conversations, actor(), input)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
