import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useChat } from '../app/ChatContext.ts'
import { namesOf } from '../messages/namesOf.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { fullTime, shortTime } from '../ui/times.ts'
import { useNow } from '../ui/useNow.ts'
import styles from './NotificationRow.module.css'
import type { NotificationItem } from './notificationStore.ts'

/** One notification: who, what, where; leads to the message. */
export function NotificationRow({ item }: { item: NotificationItem }) {
  const { t } = useTranslation()
  const { notifications } = useChat()
  const now = useNow()
  const { id, kind, actor, conversation, message, createdAt, readAt } = item
  const at = Date.parse(createdAt)
  const title = conversation?.title
  const name = actor.name
  const said = message?.deletedAt
    ? t('notifications.deleted')
    : message && (message.text || namesOf(message.attachments))
  const shown = (
    <>
      <Avatar id={actor.id} name={name} url={actor.avatarUrl} size={40} />
      <span className={styles.words}>
        <span className={styles.what}>
          {title ? t(`notifications.whatIn.${kind}`, { name, title }) : t(`notifications.what.${kind}`, { name })}
          {readAt === null && <span className="visually-hidden">, {t('notifications.isUnread')}</span>}
        </span>
        <span className={styles.text} dir="auto">
          {conversation ? said : t('notifications.gone')}
        </span>
      </span>
      <time dateTime={createdAt} title={fullTime(at)}>
        {shortTime(at, now)}
      </time>
    </>
  )
  // Where it fails, it stays unread on the server, and is shown so on the next visit.
  const read = () => void notifications.markRead({ notificationIds: [id] }).catch(() => {})
  if (!conversation) return <div className={styles.row}>{shown}</div>
  const query = message ? `?message=${encodeURIComponent(message.id)}` : ''
  return (
    <Link href={`/c/${conversation.id}${query}`} className={styles.row} data-unread={readAt === null} onClick={read}>
      {shown}
    </Link>
  )
}
