import { readChanged } from '../../domain/readConversation.ts'
import { saveDraft } from '../../domain/saveDraft.ts'
import type { MutationResolvers } from '../../generated.ts'

export const saveDraftResolver: MutationResolvers['saveDraft'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await saveDraft(conversations, actor(), input)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
