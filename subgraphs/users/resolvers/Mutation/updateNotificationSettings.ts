import { updateSettings } from '../../domain/notifications/settings.ts'
import type { MutationResolvers } from '../../generated.ts'

export const updateNotificationSettingsResolver: MutationResolvers['updateNotificationSettings'] = async (
  _parent,
  { input },
  { viewer, notifications },
) => ({ settings: await updateSettings(notifications, viewer.required(), input) })
