import { addReaction as add } from '../../domain/react.ts'
import type { MutationResolvers } from '../../generated.ts'

export const addReaction: MutationResolvers['addReaction'] = async (_parent, { input }, { viewer, changes }) => ({
  message: await add(changes, viewer.required(), input),
})
