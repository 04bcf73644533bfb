import { readConversation } from '../../domain/readConversation.ts'
import type { IncomingWebhookResolvers } from '../../generated.ts'

export const conversation: IncomingWebhookResolvers['conversation'] = ({ conversationId }, _args, { loaders }) =>
  readConversation(loaders, conversationId)
