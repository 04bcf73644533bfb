import { addMembers } from '../../domain/addMembers.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const addMembersResolver: MutationResolvers['addMembers'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await addMembers(conversations, actor(), { ...input, role: input.role ?? 'MEMBER' })
  return { conversation: await readChanged(loaders, input.conversationId) }
}
