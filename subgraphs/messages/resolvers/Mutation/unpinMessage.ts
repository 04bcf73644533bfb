import { unpinMessage as unpin } from '../../domain/pin.ts'
import type { MutationResolvers } from '../../generated.ts'

export const unpinMessage: MutationResolvers['unpinMessage'] = async (_parent, { input }, { viewer, changes }) => ({
  message: await unpin(changes, viewer.required(), input.messageId),
})
