import { joinChannel } from '../../domain/joinChannel.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const joinChannelResolver: MutationResolvers['joinChannel'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await joinChannel(conversations, actor(), input.conversationId)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
