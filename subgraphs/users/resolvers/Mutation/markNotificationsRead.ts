import { markNotificationsRead } from '../../domain/notifications/markNotificationsRead.ts'
import type { MutationResolvers } from '../../generated.ts'

export const markNotificationsReadResolver: MutationResolvers['markNotificationsRead'] = async (
  _parent,
  { input },
  { viewer, notifications },
) => ({ unreadCount: await markNotificationsRead(notifications, viewer.required(), input) })
