import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useChat } from '../app/ChatContext.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { fullTime, shortTime } from '../ui/times.ts'
import { useNow } from '../ui/useNow.ts'
import type { ConversationRow } from './applyEvent.ts'
import styles from './InboxRow.module.css'
import { otherOf, titleOf } from './titleOf.ts'

interface InboxRowProps {
  row: ConversationRow
  isOpen: boolean
}

export function InboxRow({ row, isOpen }: InboxRowProps) {
  const { t } = useTranslation()
  const { viewerId } = useChat()
  const now = useNow()
  const title = titleOf(row, viewerId)
  const at = Date.parse(row.lastActivityAt)
  const unread = row.unreadCount
  return (
    <Link href={`/c/${row.id}`} className={styles.row} aria-current={isOpen ? 'page' : undefined}>
      <Avatar id={otherOf(row, viewerId)?.id ?? row.id} name={title} size={44} square={row.kind === 'GROUP'} />
      <span className={styles.title}>{title}</span>
      <time className={styles.time} dateTime={row.lastActivityAt} title={fullTime(at)}>
        {shortTime(at, now)}
      </time>
      <span className={styles.preview} data-unread={unread > 0}>
        {previewOf(row, viewerId, t)}
      </span>
      {unread > 0 && (
        <span className={styles.unread} aria-label={t('conversations.unread', { count: unread })}>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  )
}

function previewOf({ lastMessage, kind }: ConversationRow, viewerId: string, t: TFunction): string {
  if (!lastMessage) return t('conversations.nothingSaid')
  if (lastMessage.deletedAt || lastMessage.hiddenForMe) return t('conversations.messageDeleted')
  const text = lastMessage.text.slice(0, 140)
  if (lastMessage.sender.id === viewerId) return t('conversations.previewOwn', { text })
  return kind === 'DIRECT' ? text : t('conversations.previewOther', { name: lastMessage.sender.name, text })
}
