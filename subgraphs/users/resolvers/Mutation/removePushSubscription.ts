import { removePushSubscription } from '../../domain/notifications/pushSubscriptions.ts'
import type { MutationResolvers } from '../../generated.ts'

export const removePushSubscriptionResolver: MutationResolvers['removePushSubscription'] = async (
  _parent,
  { input: { endpoint } },
  { viewer, notifications },
) => {
  await removePushSubscription(notifications, viewer.required(), endpoint)
  return { endpoint }
}
