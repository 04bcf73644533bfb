import { listEdits } from '../../domain/listEdits.ts'
import type { QueryResolvers } from '../../generated.ts'

export const messageEdits: QueryResolvers['messageEdits'] = (_parent, args, { viewer, database, history }) => {
  viewer.required()
  return listEdits(database, history, args)
}
