import type { MessageResolvers } from '../../generated.ts'

export const thread: MessageResolvers['thread'] = (message, _args, { loaders }) => loaders.thread(message)
