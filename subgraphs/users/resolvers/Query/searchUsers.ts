import { searchUsers } from '../../domain/searchUsers.ts'
import type { QueryResolvers } from '../../generated.ts'

export const searchUsersResolver: QueryResolvers['searchUsers'] = (_parent, args, { accounts, viewer }) =>
  searchUsers(accounts, viewer.required(), args)
