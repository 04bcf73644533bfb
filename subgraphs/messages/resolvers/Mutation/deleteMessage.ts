import { deleteMessage as deleteForAll } from '../../domain/deleteMessage.ts'
import type { MutationResolvers } from '../../generated.ts'

export const deleteMessage: MutationResolvers['deleteMessage'] = async (_parent, { input }, { viewer, changes }) => ({
  message: await deleteForAll(changes, viewer.required(), input.messageId),
})
