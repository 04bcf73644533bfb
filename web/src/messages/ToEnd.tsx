import { ArrowDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './Timeline.module.css'

/** Leads back to the newest message, and says how many nobody has seen yet. */
export function ToEnd({ unread, onClick }: { unread: number; onClick(): void }) {
  const { t } = useTranslation()
  return (
    <button type="button" className={styles.toEnd} data-news={unread > 0} onClick={onClick}>
      <ArrowDown size={16} aria-hidden="true" />
      {unread > 0 ? (
        t('messages.new', { count: unread })
      ) : (
        <span className="visually-hidden">{t('messages.newest')}</span>
      )}
    </button>
  )
}
