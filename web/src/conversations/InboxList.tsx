import { MessagesSquare } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useAction } from '../ui/useAction.ts'
import styles from './InboxList.module.css'
import { InboxRow } from './InboxRow.tsx'
import { useInbox } from './useInbox.ts'

/** The viewer's conversations, newest activity first. */
export function InboxList({ openId, onStart }: { openId: string | undefined; onStart(): void }) {
  const { t } = useTranslation()
  const { inbox } = useChat()
  const { rows, isLoaded, hasMore } = useInbox()
  const { act: loadMore, isBusy } = useAction(() => inbox.loadMore())
  const waiting = rows.filter(({ unreadCount }) => unreadCount > 0).length
  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) Parley` : 'Parley'
  }, [waiting])
  if (!isLoaded) return <InboxSkeleton />
  if (rows.length === 0) {
    return (
      <EmptyState icon={<MessagesSquare size={26} />} title={t('conversations.none')}>
        <p>{t('conversations.noneText')}</p>
        <Button look="primary" onClick={onStart}>
          {t('conversations.start')}
        </Button>
      </EmptyState>
    )
  }
  return (
    <div className={styles.list}>
      <ul aria-label={t('conversations.conversations')}>
        {rows.map((row) => (
          <li key={row.id}>
            <InboxRow row={row} isOpen={row.id === openId} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button look="quiet" wide disabled={isBusy} onClick={() => void loadMore()}>
          {t('ui.showMore')}
        </Button>
      )}
    </div>
  )
}

function InboxSkeleton() {
  const { t } = useTranslation()
  return (
    <div className={styles.list} role="status" aria-label={t('conversations.loading')}>
      {[1, 2, 3].map((line) => (
        <div key={line} className={styles.skeleton} />
      ))}
    </div>
  )
}
