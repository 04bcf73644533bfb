import { cancelScheduled } from '../../domain/scheduleMessage.ts'
import type { MutationResolvers } from '../../generated.ts'

export const cancelScheduledMessage: MutationResolvers['cancelScheduledMessage'] = async (
  _parent,
  { input },
  context,
) => ({
  id: await cancelScheduled(context.database, context.viewer.required(), input.id),
})
