import { readConversation } from '../../domain/readConversation.ts'
import type { InviteResolvers } from '../../generated.ts'

export const conversation: InviteResolvers['conversation'] = ({ conversationId }, _args, { loaders }) =>
  readConversation(loaders, conversationId)
