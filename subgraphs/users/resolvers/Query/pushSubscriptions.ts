import { listPushSubscriptions } from '../../domain/notifications/pushSubscriptions.ts'
import type { QueryResolvers } from '../../generated.ts'

export const pushSubscriptionsResolver: QueryResolvers['pushSubscriptions'] = (
  _parent,
  _args,
  { viewer, notifications },
) => listPushSubscriptions(notifications, viewer.required())
