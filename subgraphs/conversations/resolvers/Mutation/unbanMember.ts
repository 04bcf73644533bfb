import { unbanMember } from '../../domain/unbanMember.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const unbanMemberResolver: MutationResolvers['unbanMember'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await unbanMember(conversations, actor(), input)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
