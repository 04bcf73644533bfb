import { MessagesSquare } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useAction } from '../ui/useAction.ts'
import { ArchivedRows } from './ArchivedRows.tsx'
import type { ConversationRow } from './conversationRow.ts'
import styles from './InboxList.module.css'
import { InboxRow } from './InboxRow.tsx'
import { isMuted } from './isMuted.ts'
import { stepRows } from './stepRows.ts'
import { useInbox } from './useInbox.ts'
import { useKeep } from './useKeep.ts'

/** The viewer's conversations: pinned ones, then newest activity first, and behind a button the archived ones. */
export function InboxList({ openId, onStart }: { openId: string | undefined; onStart(): void }) {
  const { t } = useTranslation()
  const { inbox } = useChat()
  const { rows, archived, isLoaded, hasMore, hasMoreArchived } = useInbox()
  const { act: loadMore, isBusy } = useAction(() => inbox.loadMore())
  useUnreadTitle(rows)
  useTakeMark(rows, openId)
  if (!isLoaded) return <InboxSkeleton />
  return (
    <div className={styles.list}>
      {rows.length === 0 && (
        <EmptyState icon={<MessagesSquare size={26} />} title={t('conversations.none')}>
          <p>{t('conversations.noneText')}</p>
          <Button look="primary" onClick={onStart}>
            {t('conversations.start')}
          </Button>
        </EmptyState>
      )}
      <ul aria-label={t('conversations.conversations')} hidden={rows.length === 0} onKeyDown={stepRows}>
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
      <ArchivedRows rows={archived} hasMore={hasMoreArchived} openId={openId} />
    </div>
  )
}

/** The tab says how many conversations have something new that the viewer wants to hear of. */
function useUnreadTitle(rows: readonly ConversationRow[]): void {
  const now = Date.now()
  const waiting = rows.filter(
    (row) => (row.unreadCount > 0 || row.viewerSettings.markedUnread) && !isMuted(row, now),
  ).length
  useEffect(() => {
    document.title = waiting > 0 ? `(${waiting}) Parley` : 'Parley'
  }, [waiting])
}

/** Who opens a conversation that they had marked as unread has come back to it. */
function useTakeMark(rows: readonly ConversationRow[], openId: string | undefined): void {
  const { act } = useKeep(openId ?? '')
  const isMarked = rows.some(({ id, viewerSettings }) => id === openId && viewerSettings.markedUnread)
  useEffect(() => {
    if (openId && isMarked) void act({ markedUnread: false })
    // Marked while it is open, it stays so until it is opened again.
  }, [openId])
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
