import { changeAvatar } from '../../domain/changeAvatar.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const changeAvatarResolver: MutationResolvers['changeAvatar'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await changeAvatar(conversations, actor(), input)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
