import { readConversation } from '../../domain/readConversation.ts'
import type { WebhookResolvers } from '../../generated.ts'

export const conversation: WebhookResolvers['conversation'] = ({ conversationId }, _args, { loaders }) =>
  readConversation(loaders, conversationId)
