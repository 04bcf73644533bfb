import { readConversation } from '../../domain/readConversation.ts'
import type { QueryResolvers } from '../../generated.ts'

export const conversation: QueryResolvers['conversation'] = (_parent, { id }, { viewer, loaders }) => {
  viewer.required()
  return readConversation(loaders, id)
}
