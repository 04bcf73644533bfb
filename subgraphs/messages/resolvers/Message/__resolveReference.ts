import type { MessageResolvers } from '../../generated.ts'

export const __resolveReference: MessageResolvers['__resolveReference'] = ({ id }, { viewer, history }) => {
  viewer.required()
  return history.message(id)
}
