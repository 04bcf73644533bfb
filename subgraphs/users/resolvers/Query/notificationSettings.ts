import { readSettings } from '../../domain/notifications/settings.ts'
import type { QueryResolvers } from '../../generated.ts'

export const notificationSettingsResolver: QueryResolvers['notificationSettings'] = (
  _parent,
  _args,
  { viewer, notifications },
) => readSettings(notifications, viewer.required())
