import { searchMessages as search } from '../../domain/searchMessages.ts'
import type { QueryResolvers } from '../../generated.ts'

export const searchMessages: QueryResolvers['searchMessages'] = (_parent, args, context) =>
  search(context, context.viewer.required(), args)
