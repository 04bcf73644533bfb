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
  /** Messages that were not on this screen yet. */
  unread: number
}

export function InboxRow({ row, isOpen, unread }: InboxRowProps) {
  const { viewerId } = useChat()
  const now = useNow()
  const title = titleOf(row, viewerId)
  const at = Date.parse(row.lastActivityAt)
  return (
    <Link href={`/c/${row.id}`} className={styles.row} aria-current={isOpen ? 'page' : undefined}>
      <Avatar id={otherOf(row, viewerId)?.id ?? row.id} name={title} size={44} square={row.kind === 'GROUP'} />
      <span className={styles.title}>{title}</span>
      <time className={styles.time} dateTime={row.lastActivityAt} title={fullTime(at)}>
        {shortTime(at, now)}
      </time>
      <span className={styles.preview} data-unread={unread > 0}>
        {previewOf(row, viewerId)}
      </span>
      {unread > 0 && (
        <span className={styles.unread} aria-label={`${unread} unread`}>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  )
}

function previewOf({ lastMessage, kind }: ConversationRow, viewerId: string): string {
  if (!lastMessage) return 'Nothing said yet'
  if (lastMessage.deletedAt || lastMessage.hiddenForMe) return 'Message deleted'
  const isOwn = lastMessage.sender.id === viewerId
  const speaker = isOwn ? 'You: ' : kind === 'GROUP' ? `${lastMessage.sender.name}: ` : ''
  return speaker + lastMessage.text.slice(0, 140)
}
