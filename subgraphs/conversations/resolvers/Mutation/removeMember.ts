import { readChanged } from '../../domain/readConversation.ts'
import { removeMember } from '../../domain/removeMember.ts'
import type { MutationResolvers } from '../../generated.ts'

export const removeMemberResolver: MutationResolvers['removeMember'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await removeMember(conversations, actor(), input)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
