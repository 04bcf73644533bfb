import { memo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuHandle } from '../ui/Menu.tsx'
import { EditMessage } from './EditMessage.tsx'
import { FailedMessage } from './FailedMessage.tsx'
import styles from './MessageBubble.module.css'
import { MessageMenu } from './MessageMenu.tsx'
import { MessageStatus } from './MessageStatus.tsx'
import { MessageText } from './MessageText.tsx'
import { Quote } from './Quote.tsx'
import { Reactions } from './Reactions.tsx'
import type { ShownMessage } from './shownMessage.ts'
import { useLongPress } from './useLongPress.ts'

interface MessageBubbleProps {
  message: ShownMessage
  isOwn: boolean
}

/** A message with what belongs to it: its menu, and what is said about it. */
export const MessageBubble = memo(function MessageBubble({ message, isOwn }: MessageBubbleProps) {
  const { t } = useTranslation()
  const { arrived, outgoing } = message
  const [isEditing, setEditing] = useState(false)
  const menu = useRef<MenuHandle>(null)
  const press = useLongPress(() => menu.current?.open())
  const isDeleted = Boolean(arrived?.deletedAt)
  if (arrived && !isDeleted && isEditing) return <EditMessage message={arrived} onClose={() => setEditing(false)} />
  return (
    <div className={styles.message} data-message={arrived?.id ?? ''}>
      {message.replyTo && !isDeleted && <Quote quote={message.replyTo} />}
      <div className={styles.line}>
        <div
          className={styles.bubble}
          data-own={isOwn}
          data-status={outgoing?.status ?? 'arrived'}
          data-deleted={isDeleted}
          dir="auto"
          {...press}
        >
          {isDeleted ? t('messages.deletedHere') : <MessageText text={message.text} />}
          {!isDeleted && arrived?.editedAt && <span className={styles.edited}>{t('messages.edited')}</span>}
          {isOwn && !isDeleted && <MessageStatus outgoing={outgoing} />}
        </div>
        {arrived && <MessageMenu message={arrived} isOwn={isOwn} handle={menu} onEdit={() => setEditing(true)} />}
      </div>
      {arrived && arrived.reactions.length > 0 && <Reactions message={arrived} />}
      {outgoing?.status === 'failed' && <FailedMessage message={outgoing} />}
    </div>
  )
}, isSame)

/** The list is built anew with each change; a bubble is drawn anew only where something in it changed. */
function isSame(before: MessageBubbleProps, after: MessageBubbleProps): boolean {
  const [one, other] = [before.message, after.message]
  return (
    one.key === other.key &&
    one.arrived === other.arrived &&
    one.outgoing === other.outgoing &&
    before.isOwn === after.isOwn
  )
}
