import { changeTopic } from '../../domain/changeTopic.ts'
import { readChanged } from '../../domain/readConversation.ts'
import type { MutationResolvers } from '../../generated.ts'

export const changeTopicResolver: MutationResolvers['changeTopic'] = async (
  _parent,
  { input },
  { conversations, loaders, actor },
) => {
  await changeTopic(conversations, actor(), input)
  return { conversation: await readChanged(loaders, input.conversationId) }
}
