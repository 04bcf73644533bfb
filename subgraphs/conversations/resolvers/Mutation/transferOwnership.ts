import { transferOwnership } from '../../domain/transferOwnership.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const transferOwnershipResolver: MutationResolvers['transferOwnership'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await transferOwnership(conversations, actor(), input)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
