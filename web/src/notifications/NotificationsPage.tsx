import { CheckCheck, Settings2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useChat } from '../app/ChatContext.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { PageFrame } from '../ui/PageFrame.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { NotificationRow } from './NotificationRow.tsx'
import styles from './NotificationsPage.module.css'
import { useNotifications } from './useNotifications.ts'

/** What the viewer was told of, newest first. Loaded when it is opened. */
export default function NotificationsPage() {
  const { t } = useTranslation()
  const { notifications } = useChat()
  const [, navigate] = useLocation()
  const { items, unreadCount, isLoaded, hasMore } = useNotifications()
  const more = useAction(() => notifications.loadMore())
  const readAll = useAction(() => notifications.markAllRead())
  return (
    <PageFrame
      title={t('notifications.notifications')}
      isBusy={!isLoaded}
      actions={
        <>
          {unreadCount > 0 && (
            <IconButton
              label={t('notifications.markAllRead')}
              disabled={readAll.isBusy}
              onClick={() => void readAll.act()}
            >
              <CheckCheck size={20} />
            </IconButton>
          )}
          <IconButton label={t('notifications.settings')} onClick={() => navigate('/settings/notifications')}>
            <Settings2 size={20} />
          </IconButton>
        </>
      }
    >
      <Problem>{readAll.problem ?? more.problem}</Problem>
      {isLoaded && items.length === 0 && <p className={styles.empty}>{t('notifications.none')}</p>}
      <ul className={styles.list} aria-label={t('notifications.notifications')}>
        {items.map((item) => (
          <li key={item.id}>
            <NotificationRow item={item} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button look="quiet" wide disabled={more.isBusy} onClick={() => void more.act()}>
          {t('ui.showMore')}
        </Button>
      )}
    </PageFrame>
  )
}
