import type { NotificationSettingsQuery, UpdateNotificationSettingsInput } from './generated.ts'

/** What every section of the notifications' settings is given. */
export interface SettingsSectionProps {
  settings: NotificationSettingsQuery['notificationSettings']
  save(input: UpdateNotificationSettingsInput): void
}
