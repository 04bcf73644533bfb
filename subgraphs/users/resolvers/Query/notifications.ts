import { listNotifications } from '../../domain/notifications/listNotifications.ts'
import type { QueryResolvers } from '../../generated.ts'

export const notificationsResolver: QueryResolvers['notifications'] = (_parent, args, { viewer, notifications }) =>
  listNotifications(notifications, viewer.required(), args)
