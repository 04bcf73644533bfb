import { MessagesSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MessagePartsFragment, QuoteFragment } from '../generated.ts'
import { shortTime } from '../ui/times.ts'
import { useNow } from '../ui/useNow.ts'
import styles from './Notes.module.css'
import { textOf } from './Quote.tsx'
import { useTimelineContext } from './TimelineContext.ts'

/** Under a message that has a thread: how much was answered, and what of it is new. It opens the thread. */
export function ThreadLink({ root }: { root: MessagePartsFragment }) {
  const { t } = useTranslation()
  const { onThread } = useTimelineContext()
  const now = useNow()
  if (!root.thread) return null
  const { replyCount, unreadCount, lastReplyAt } = root.thread
  return (
    <button type="button" className={styles.thread} data-unread={unreadCount > 0} onClick={() => onThread(root)}>
      <MessagesSquare size={15} aria-hidden="true" />
      <strong>{t('messages.replies', { count: replyCount })}</strong>
      {unreadCount > 0 && <span className={styles.count}>{t('messages.newReplies', { count: unreadCount })}</span>}
      <time dateTime={lastReplyAt}>{shortTime(Date.parse(lastReplyAt), now)}</time>
    </button>
  )
}

/** Above a reply of a thread, where it stands among the other messages: which thread. */
export function ThreadPlace({ root }: { root: QuoteFragment }) {
  const { t } = useTranslation()
  const { onThread } = useTimelineContext()
  return (
    <button type="button" className={styles.place} onClick={() => onThread(root)}>
      <MessagesSquare size={14} aria-hidden="true" />
      <span>{t('messages.inThread', { text: textOf(root, t) })}</span>
    </button>
  )
}
