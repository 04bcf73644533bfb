import { changeRole } from '../../domain/changeRole.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const changeRoleResolver: MutationResolvers['changeRole'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await changeRole(conversations, actor(), input)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
