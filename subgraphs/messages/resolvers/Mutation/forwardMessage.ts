import { forwardMessage as forward } from '../../domain/forwardMessage.ts'
import type { MutationResolvers } from '../../generated.ts'

export const forwardMessage: MutationResolvers['forwardMessage'] = async (_parent, { input }, context) => ({
  message: await forward(context, context.viewer.required(), input),
})
