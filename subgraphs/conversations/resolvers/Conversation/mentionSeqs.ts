import type { ConversationResolvers } from '../../generated.ts'

export const mentionSeqs: ConversationResolvers['mentionSeqs'] = async (view, _args, { loaders }) =>
  (await loaders.mentions.load(view)).newest
