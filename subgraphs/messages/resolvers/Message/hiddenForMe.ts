import type { MessageResolvers } from '../../generated.ts'

export const hiddenForMe: MessageResolvers['hiddenForMe'] = (message, _args, { loaders }) => loaders.hidden(message)
