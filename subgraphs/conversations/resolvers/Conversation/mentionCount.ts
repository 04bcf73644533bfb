import type { ConversationResolvers } from '../../generated.ts'

export const mentionCount: ConversationResolvers['mentionCount'] = async (view, _args, { loaders }) =>
  (await loaders.mentions.load(view)).count
