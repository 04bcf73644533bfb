import { memo, useId, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessagePartsFragment } from '../generated.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { clockTime, dayName, fullTime } from '../ui/times.ts'
import { useNow } from '../ui/useNow.ts'
import { useMessageActions } from './messageActions.tsx'
import { MessageBubble } from './MessageBubble.tsx'
import styles from './MessageRow.module.css'
import { useTimelineContext } from './TimelineContext.ts'
import type { TimelineRow } from './timelineRows.ts'

interface MessageRowProps {
  row: TimelineRow
  index: number
  isMarked: boolean
}

/** One message in its place: others' on the left with their name, one's own on the right, what divides them above. */
export const MessageRow = memo(function MessageRow({ row, index, isMarked }: MessageRowProps) {
  const { viewerId, focused, onFocus } = useTimelineContext()
  const { message, startsGroup, endsGroup } = row
  const isOwn = message.senderId === viewerId
  const labelId = useId()
  return (
    <article
      className={styles.row}
      data-starts={startsGroup}
      aria-posinset={index + 1}
      aria-setsize={-1}
      aria-labelledby={labelId}
      tabIndex={focused === row.key ? 0 : -1}
      data-key={row.key}
      onFocus={() => onFocus(row.key)}
      onKeyDown={useKeys(message.arrived)}
    >
      {row.startsDay && <DayName at={message.at} />}
      {row.startsUnread && <UnreadDivider />}
      <div className={styles.message} data-own={isOwn} data-marked={isMarked}>
        <span className={styles.avatar}>
          {!isOwn && startsGroup && <Avatar id={message.senderId} name={message.senderName} size={34} />}
        </span>
        <div className={styles.body}>
          <By id={labelId} row={row} isOwn={isOwn} />
          <MessageBubble message={message} isOwn={isOwn} isFirst={startsGroup} isLast={endsGroup} />
        </div>
      </div>
    </article>
  )
}, isSame)

/** The keys of what can be done with a message, while it has the focus itself. */
function useKeys(message: MessagePartsFragment | null) {
  const actionsOf = useMessageActions()
  return (event: KeyboardEvent) => {
    const isMeant = event.target === event.currentTarget && !event.ctrlKey && !event.metaKey && !event.altKey
    if (!isMeant || !message) return
    const action = actionsOf(message).find(({ key }) => key.toLowerCase() === event.key.toLowerCase())
    if (!action) return
    event.preventDefault()
    action.run()
  }
}

/** Who and when: for all to see where a group starts, for screen readers at each message. */
function By({ id, row: { message, startsGroup }, isOwn }: { id: string; row: TimelineRow; isOwn: boolean }) {
  const { t } = useTranslation()
  return (
    <header id={id} className={startsGroup ? styles.header : 'visually-hidden'}>
      <span className={isOwn ? 'visually-hidden' : styles.name} dir="auto">
        {isOwn ? t('messages.you') : message.senderName}
      </span>{' '}
      <time dateTime={new Date(message.at).toISOString()} title={fullTime(message.at)}>
        {clockTime(message.at)}
      </time>
    </header>
  )
}

function DayName({ at }: { at: number }) {
  const now = useNow()
  return (
    <h2 className={styles.day} title={fullTime(at)}>
      {dayName(at, now)}
    </h2>
  )
}

function UnreadDivider() {
  const { t } = useTranslation()
  return (
    <div role="separator" className={styles.unread} aria-label={t('messages.unreadFromHere')}>
      {t('messages.unreadFromHere')}
    </div>
  )
}

/** The rows are built anew with each change; one is drawn anew only where something in it changed. */
function isSame(before: MessageRowProps, after: MessageRowProps): boolean {
  const [one, other] = [before.row, after.row]
  return (
    before.index === after.index &&
    before.isMarked === after.isMarked &&
    one.key === other.key &&
    one.startsDay === other.startsDay &&
    one.startsGroup === other.startsGroup &&
    one.endsGroup === other.endsGroup &&
    one.startsUnread === other.startsUnread &&
    one.message.arrived === other.message.arrived &&
    one.message.outgoing === other.message.outgoing
  )
}
