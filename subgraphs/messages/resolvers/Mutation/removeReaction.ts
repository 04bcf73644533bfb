import { takeReaction } from '../../domain/react.ts'
import type { MutationResolvers } from '../../generated.ts'

export const removeReaction: MutationResolvers['removeReaction'] = async (_parent, { input }, { viewer, changes }) => ({
  message: await takeReaction(changes, viewer.required(), input),
})
