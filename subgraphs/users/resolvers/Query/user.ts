import type { QueryResolvers } from '../../generated.ts'

export const userResolver: QueryResolvers['user'] = (_parent, { id }, { viewer, users }) => {
  viewer.required()
  return users.load(id)
}
