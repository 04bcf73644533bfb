import { scheduleMessage as schedule } from '../../domain/scheduleMessage.ts'
import type { MutationResolvers } from '../../generated.ts'

export const scheduleMessage: MutationResolvers['scheduleMessage'] = async (_parent, { input }, context) => ({
  scheduledMessage: await schedule(context.changes, context.viewer.required(), input),
})
