import { createChannel } from '../../domain/createChannel.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const createChannelResolver: MutationResolvers['createChannel'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  const id = await createChannel(conversations, actor(), { ...input, announcement: input.announcement ?? false })
  return { conversation: await readChanged(loaders, id) }
}
