import { editMessage as edit } from '../../domain/editMessage.ts'
import type { MutationResolvers } from '../../generated.ts'

export const editMessage: MutationResolvers['editMessage'] = async (_parent, { input }, { viewer, changes }) => ({
  message: await edit(changes, viewer.required(), input),
})
