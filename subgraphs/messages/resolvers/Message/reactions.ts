import type { MessageResolvers } from '../../generated.ts'

export const reactions: MessageResolvers['reactions'] = (message, _args, { loaders }) =>
  message.deletedAt ? [] : loaders.reactions(message)
