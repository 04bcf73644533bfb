import { pinMessage as pin } from '../../domain/pin.ts'
import type { MutationResolvers } from '../../generated.ts'

export const pinMessage: MutationResolvers['pinMessage'] = async (_parent, { input }, { viewer, changes }) => ({
  message: await pin(changes, viewer.required(), input.messageId),
})
