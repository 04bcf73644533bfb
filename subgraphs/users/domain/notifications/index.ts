export { createNotificationDesk, type NotificationDesk } from './desk.ts'
export { createNotifications, type Notifications, type NotificationOptions } from './notifications.ts'
export type { Presence } from './notify.ts'
