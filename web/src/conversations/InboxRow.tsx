import { AtSign, BellOff, Pin } from 'lucide-react'
import { memo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useChat } from '../app/ChatContext.ts'
import { useLongPress } from '../messages/useLongPress.ts'
import { WithPresence } from '../presence/WithPresence.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import type { MenuHandle } from '../ui/Menu.tsx'
import { fullTime, shortTime } from '../ui/times.ts'
import { useNow } from '../ui/useNow.ts'
import type { ConversationRow } from './conversationRow.ts'
import styles from './InboxRow.module.css'
import { isMuted } from './isMuted.ts'
import { Preview } from './Preview.tsx'
import { RowMenu } from './RowMenu.tsx'
import { otherOf, titleOf } from './titleOf.ts'

interface InboxRowProps {
  row: ConversationRow
  isOpen: boolean
}

/** A conversation in the list: what was said last, what is new, how it is kept; its menu by hover, key or long press. */
export const InboxRow = memo(function InboxRow({ row, isOpen }: InboxRowProps) {
  const { t } = useTranslation()
  const { viewerId } = useChat()
  const now = useNow()
  const menu = useRef<MenuHandle>(null)
  const press = useLongPress(() => menu.current?.open())
  const title = titleOf(row, viewerId)
  const at = Date.parse(row.lastActivityAt)
  const { pinned } = row.viewerSettings
  const other = otherOf(row, viewerId)
  return (
    <div className={styles.item} {...press}>
      <Link href={`/c/${row.id}`} className={styles.row} aria-current={isOpen ? 'page' : undefined}>
        <WithPresence userId={other?.id}>
          <Avatar
            id={other?.id ?? row.id}
            name={title}
            url={other?.avatarUrl ?? row.avatarUrl}
            size={44}
            square={row.kind !== 'DIRECT'}
          />
        </WithPresence>
        <span className={styles.title}>
          <bdi>{title}</bdi>
          {isMuted(row, now) && <BellOff size={13} role="img" aria-label={t('conversations.muted')} />}
        </span>
        <time className={styles.time} dateTime={row.lastActivityAt} title={fullTime(at)}>
          {pinned && <Pin size={12} role="img" aria-label={t('conversations.pinned')} />}
          {shortTime(at, now)}
        </time>
        <Preview row={row} isOpen={isOpen} />
        <Badges row={row} isQuiet={isMuted(row, now)} />
      </Link>
      <RowMenu row={row} title={title} handle={menu} />
    </div>
  )
})

function Badges({ row, isQuiet }: { row: ConversationRow; isQuiet: boolean }) {
  const { t } = useTranslation()
  const { unreadCount, mentionSeqs, viewerSettings } = row
  const isMarked = viewerSettings.markedUnread && unreadCount === 0
  if (unreadCount === 0 && !isMarked) return null
  return (
    <span className={styles.badges}>
      {mentionSeqs.length > 0 && (
        <span className={styles.mention} role="img" aria-label={t('conversations.mentioned')}>
          <AtSign size={12} strokeWidth={2.6} aria-hidden="true" />
        </span>
      )}
      <span
        className={styles.unread}
        data-quiet={isQuiet}
        role="img"
        aria-label={isMarked ? t('conversations.markedUnread') : t('conversations.unread', { count: unreadCount })}
      >
        {isMarked ? '' : unreadCount > 99 ? '99+' : unreadCount}
      </span>
    </span>
  )
}
