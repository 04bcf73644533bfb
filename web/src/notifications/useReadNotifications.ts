import { useEffect } from 'react'
import { useChat } from '../app/ChatContext.ts'
import { isLookedAt } from '../messages/useUnreadDivider.ts'
import { useNotifications } from './useNotifications.ts'

/** While somebody looks at a conversation, nothing of it is left unread among the notifications. */
export function useReadNotifications(conversationId: string): void {
  const { notifications } = useChat()
  const { isLoaded, unreadCount } = useNotifications()
  useEffect(() => {
    const read = () => {
      // Where it fails, the count stays, and the next look tries again.
      if (isLoaded && unreadCount > 0 && isLookedAt()) notifications.markRead({ conversationId }).catch(() => {})
    }
    read()
    window.addEventListener('focus', read)
    return () => window.removeEventListener('focus', read)
  }, [notifications, conversationId, isLoaded, unreadCount])
}
