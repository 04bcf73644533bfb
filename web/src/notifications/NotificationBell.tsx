import { Bell } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useChat } from '../app/ChatContext.ts'
import { formatNumber } from '../i18n/locale.ts'
import { onWake } from '../../../client/realtime/wake.ts'
import { browserStorage } from '../offline/browserStorage.ts'
import { IconButton } from '../ui/IconButton.tsx'
import styles from './NotificationBell.module.css'
import { wantedKey } from './pushChoice.ts'
import { onPushClick } from './pushClicks.ts'
import { useNotifications } from './useNotifications.ts'

/** How many notifications are unread; leads to them. What is about the conversation that is open counts as read. */
export function NotificationBell({ openId }: { openId: string | undefined }) {
  const { t } = useTranslation()
  const { client, viewerId } = useChat()
  const [, navigate] = useLocation()
  const { unreadCount } = useNotifications()
  useReadWhereOpen(openId)
  useEffect(() => onPushClick(navigate), [navigate])
  useEffect(() => {
    if (browserStorage.getItem(wantedKey(viewerId)) === null) return
    // Where it fails, the next visit tries again.
    void import('./push.ts').then(({ keepPush }) => keepPush(client, viewerId)).catch(() => {})
  }, [client, viewerId])
  const label = unreadCount > 0 ? t('notifications.unread', { count: unreadCount }) : t('notifications.notifications')
  return (
    <IconButton label={label} className={styles.bell} onClick={() => navigate('/notifications')}>
      <Bell size={19} aria-hidden="true" />
      {unreadCount > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unreadCount > 99 ? '99+' : formatNumber(unreadCount)}
        </span>
      )}
    </IconButton>
  )
}

function useReadWhereOpen(openId: string | undefined): void {
  const { notifications } = useChat()
  useEffect(() => {
    if (!openId) return
    const read = () => {
      if (document.visibilityState !== 'visible') return
      // Where it fails, the count says so, and the next change or look tries again.
      void notifications.markRead({ conversationId: openId }).catch(() => {})
    }
    read()
    const forget = [notifications.subscribe(read), onWake(read)]
    return () => forget.forEach((each) => each())
  }, [openId, notifications])
}
