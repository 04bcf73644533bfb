import { Pin } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ReceiptTick } from '../receipts/ReceiptTick.tsx'
import { Attachments } from '../attachments/Attachments.tsx'
import type { MenuHandle } from '../ui/Menu.tsx'
import { EditMessage } from './EditMessage.tsx'
import { ExpiryNote } from './ExpiryNote.tsx'
import { FailedMessage } from './FailedMessage.tsx'
import { folded } from './folded.ts'
import { FoldedText } from './FoldedText.tsx'
import { ForwardedNote } from './ForwardedNote.tsx'
import styles from './MessageBubble.module.css'
import { MessageMenu } from './MessageMenu.tsx'
import { MessageStatus } from './MessageStatus.tsx'
import { MessageText } from './MessageText.tsx'
import { Quote } from './Quote.tsx'
import { Reactions } from './Reactions.tsx'
import type { ShownMessage } from './shownMessage.ts'
import { ThreadLink, ThreadPlace } from './ThreadLink.tsx'
import { useTimelineContext } from './TimelineContext.ts'
import { useLongPress } from './useLongPress.ts'

interface MessageBubbleProps {
  message: ShownMessage
  isOwn: boolean
  /** Of what its sender said in one go. */
  isFirst: boolean
  isLast: boolean
}

/** A message with what belongs to it: its menu, and what is said about it. */
export function MessageBubble({ message, isOwn, isFirst, isLast }: MessageBubbleProps) {
  const { focused, editing, onEdit, isThread } = useTimelineContext()
  const menu = useRef<MenuHandle>(null)
  const press = useLongPress(() => menu.current?.open())
  const { arrived, outgoing } = message
  const isDeleted = Boolean(arrived?.deletedAt)
  if (arrived && !isDeleted && editing === arrived.id) {
    return <EditMessage message={arrived} onClose={() => onEdit(null)} />
  }
  return (
    <div className={styles.message} data-message={arrived?.id ?? ''}>
      {message.threadRoot && !isThread && !isDeleted && <ThreadPlace root={message.threadRoot} />}
      {message.replyTo && !isDeleted && <Quote quote={message.replyTo} />}
      {arrived?.forwardedFrom && <ForwardedNote from={arrived.forwardedFrom} />}
      <div className={styles.line}>
        <div
          className={styles.bubble}
          data-own={isOwn}
          data-first={isFirst}
          data-last={isLast}
          data-status={outgoing?.status ?? 'arrived'}
          data-deleted={isDeleted}
          dir="auto"
          {...press}
        >
          <Content message={message} isOwn={isOwn} />
        </div>
        {arrived && <MessageMenu message={arrived} isOwn={isOwn} isCurrent={focused === message.key} handle={menu} />}
      </div>
      {arrived && arrived.reactions.length > 0 && <Reactions message={arrived} />}
      {arrived?.thread && !isThread && <ThreadLink root={arrived} />}
      {outgoing?.status === 'failed' && <FailedMessage message={outgoing} />}
    </div>
  )
}

function Content({ message, isOwn }: Pick<MessageBubbleProps, 'message' | 'isOwn'>) {
  const { t } = useTranslation()
  const { onAsk } = useTimelineContext()
  const { arrived, outgoing } = message
  if (arrived?.deletedAt) return t('messages.deletedHere')
  return (
    <>
      {message.attachments.length > 0 && <Attachments message={message} />}
      <Text message={message} />
      {arrived?.editedAt && (
        <button type="button" className={styles.edited} onClick={() => onAsk('edits', arrived)}>
          {t('messages.edited')}
        </button>
      )}
      {arrived?.pin && (
        <span className={styles.pin} role="img" aria-label={t('messages.pinned')} title={t('messages.pinned')}>
          <Pin size={12} aria-hidden="true" />
        </span>
      )}
      {arrived?.expiresAt && <ExpiryNote at={arrived.expiresAt} />}
      {isOwn && (arrived ? <ReceiptTick seq={arrived.seq} /> : <MessageStatus outgoing={outgoing} />)}
    </>
  )
}

function Text({ message }: Pick<MessageBubbleProps, 'message'>) {
  const { text, mentions, mentionsEveryone } = message
  const beginning = folded(text)
  if (beginning !== null) return <FoldedText message={message} beginning={beginning} />
  return <MessageText text={text} mentions={mentions} mentionsEveryone={mentionsEveryone} />
}
