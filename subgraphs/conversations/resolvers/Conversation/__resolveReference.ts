import { readConversation } from '../../domain/readConversation.ts'
import type { ConversationResolvers } from '../../generated.ts'

export const __resolveReference: ConversationResolvers['__resolveReference'] = ({ id }, { viewer, loaders }) => {
  viewer.required()
  return readConversation(loaders, id)
}
