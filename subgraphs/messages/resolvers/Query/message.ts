import type { QueryResolvers } from '../../generated.ts'

export const message: QueryResolvers['message'] = (_parent, { id }, { viewer, history }) => {
  viewer.required()
  return history.message(id)
}
