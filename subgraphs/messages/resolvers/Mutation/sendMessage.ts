import { sendMessage as send } from '../../domain/sendMessage.ts'
import type { MutationResolvers } from '../../generated.ts'

export const sendMessage: MutationResolvers['sendMessage'] = async (_parent, { input }, { viewer, sends }) => ({
  message: await send(sends, viewer.required(), input),
})
