import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import { clockTime, fullTime } from '../ui/times.ts'
import type { MessageGroup as Group } from './groupMessages.ts'
import { MessageBubble } from './MessageBubble.tsx'
import styles from './MessageGroup.module.css'

/** What one person said in one go: others on the left with their name, one's own on the right. */
export function MessageGroup({ group, isOwn }: { group: Group; isOwn: boolean }) {
  const { t } = useTranslation()
  return (
    <section className={styles.group} data-own={isOwn}>
      {!isOwn && <Avatar id={group.senderId} name={group.senderName} size={34} />}
      <div className={styles.messages}>
        <header className={styles.header}>
          <span className={isOwn ? 'visually-hidden' : styles.name}>{isOwn ? t('ui.you') : group.senderName}</span>
          <time dateTime={new Date(group.at).toISOString()} title={fullTime(group.at)}>
            {clockTime(group.at)}
          </time>
        </header>
        {group.messages.map((message) => (
          <MessageBubble key={message.key} message={message} isOwn={isOwn} />
        ))}
      </div>
    </section>
  )
}
