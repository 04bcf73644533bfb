import type { MessageResolvers } from '../../generated.ts'

export const pin: MessageResolvers['pin'] = (message, _args, { loaders }) =>
  message.deletedAt ? null : loaders.pin(message)
