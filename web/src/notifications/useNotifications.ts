import { useSyncExternalStore } from 'react'
import { useChat } from '../app/ChatContext.ts'
import type { NotificationState } from './notificationStore.ts'

export function useNotifications(): NotificationState {
  const { notifications } = useChat()
  return useSyncExternalStore(notifications.subscribe, notifications.current)
}
