import type { QueryResolvers } from '../../generated.ts'

export const meResolver: QueryResolvers['me'] = (_parent, _args, { viewer, users }) =>
  viewer.identity ? users.load(viewer.identity.userId) : null
