import { banMember } from '../../domain/banMember.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const banMemberResolver: MutationResolvers['banMember'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await banMember(conversations, actor(), input)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
