import { memo } from 'react'
import { MessageStatus } from './MessageStatus.tsx'
import styles from './MessageBubble.module.css'
import { MessageText } from './MessageText.tsx'
import { FailedMessage } from './FailedMessage.tsx'
import type { ShownMessage } from './shownMessage.ts'

interface MessageBubbleProps {
  message: ShownMessage
  isOwn: boolean
}

export const MessageBubble = memo(function MessageBubble({ message, isOwn }: MessageBubbleProps) {
  const { outgoing } = message
  return (
    <>
      <div className={styles.bubble} data-own={isOwn} data-status={outgoing?.status ?? 'arrived'} dir="auto">
        <MessageText text={message.text} />
        {isOwn && <MessageStatus outgoing={outgoing} />}
      </div>
      {outgoing?.status === 'failed' && <FailedMessage message={outgoing} />}
    </>
  )
}, isSame)

/** The list is built anew with each change; a bubble is drawn anew only where something in it changed. */
function isSame(before: MessageBubbleProps, after: MessageBubbleProps): boolean {
  const [one, other] = [before.message, after.message]
  return (
    one.key === other.key && one.text === other.text && one.outgoing === other.outgoing && before.isOwn === after.isOwn
  )
}
