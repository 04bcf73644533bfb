import { deleteMessageForMe as hide } from '../../domain/deleteMessage.ts'
import type { MutationResolvers } from '../../generated.ts'

export const deleteMessageForMe: MutationResolvers['deleteMessageForMe'] = async (_parent, { input }, context) => ({
  message: await hide(context.database, context.history, context.viewer.required(), input.messageId),
})
