import { registerPushSubscription } from '../../domain/notifications/pushSubscriptions.ts'
import type { MutationResolvers } from '../../generated.ts'

export const registerPushSubscriptionResolver: MutationResolvers['registerPushSubscription'] = async (
  _parent,
  { input },
  { viewer, notifications },
) => ({ subscription: await registerPushSubscription(notifications, viewer.required(), input) })
