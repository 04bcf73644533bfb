import { Link2, MessageCircle } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FloatingDay } from './FloatingDay.tsx'
import type { Jump } from './jump.ts'
import { MessageList } from './MessageList.tsx'
import { PagingStatus } from './PagingStatus.tsx'
import styles from './Timeline.module.css'
import { TimelineContext, type TimelineSurroundings } from './TimelineContext.ts'
import { timelineRows } from './timelineRows.ts'
import { TimelineSkeleton } from './TimelineSkeleton.tsx'
import { ToEnd } from './ToEnd.tsx'
import { useEditLast } from './useEditLast.ts'
import { useListScroll } from './useListScroll.ts'
import { useMessageFocus } from './useMessageFocus.ts'
import { useOpening } from './useOpening.ts'
import { useReading } from './useReading.ts'
import { useSurroundings } from './useSurroundings.tsx'
import { useTimeline } from './useTimeline.ts'
import { useUnreadDivider } from './useUnreadDivider.ts'

interface TimelineProps {
  conversationId: string
  row: ConversationRow | null
  jump: Jump | null
  /** Grows each time that the viewer asks to change their last message. */
  editLast: number
  /** Given where nobody else is here yet, and the viewer may invite. */
  onInvite: (() => void) | undefined
  onReply: TimelineSurroundings['onReply']
  onThread: TimelineSurroundings['onThread']
  onShow: TimelineSurroundings['onShow']
}

/** The messages of a conversation, oldest first, the newest at the bottom. */
export function Timeline({ conversationId, row, jump, editLast, ...on }: TimelineProps) {
  const { t } = useTranslation()
  const { viewerId, outbox } = useChat()
  const timeline = useTimeline(conversationId)
  const { messages, hasLater } = timeline
  const divider = useUnreadDivider(conversationId)
  const rows = useMemo(() => timelineRows(messages, divider.readUpTo, viewerId), [messages, divider.readUpTo, viewerId])
  const reading = useReading({ conversationId, rows, timeline })
  const scroll = useListScroll(rows, reading.onMove)
  const focus = useMessageFocus(rows, scroll)
  const { onInvite, ...follow } = on
  const { surroundings, dialogs, task, problem } = useSurroundings({
    ...{ conversationId, row, focus, scroll, ...follow, isThread: false },
  })
  useEditLast(editLast, rows, surroundings)
  const { isReady, failure } = useOpening({ conversationId, timeline, scroll, jump, divider, task })
  const toEnd = () => {
    if (hasLater) task(async () => void (await timeline.show({ last: 50 })))
    scroll.toEnd()
  }
  // What one writes is shown, wherever one has been reading.
  useEffect(() => outbox.onQueued((message) => message.conversationId === conversationId && toEnd()))
  if (!isReady) return <TimelineSkeleton problem={failure} />
  return (
    <div className={styles.frame}>
      <TimelineContext value={surroundings}>
        <MessageList rows={rows} scroll={scroll} label={t('messages.messages')} focus={focus}>
          {messages.length === 0 && <Nothing onInvite={onInvite} />}
        </MessageList>
        {dialogs}
      </TimelineContext>
      <FloatingDay row={rows[reading.top]} />
      <PagingStatus paging={timeline} problem={problem} />
      {(!scroll.isAtEnd || hasLater) && <ToEnd unread={row?.unreadCount ?? 0} onClick={toEnd} />}
    </div>
  )
}

function Nothing({ onInvite }: { onInvite: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <EmptyState icon={<MessageCircle size={26} />} title={t('messages.nothingSaid')}>
      <p>{onInvite ? t('messages.aloneText') : t('messages.sayHello')}</p>
      {onInvite && (
        <Button look="primary" onClick={onInvite}>
          <Link2 size={18} aria-hidden="true" /> {t('messages.inviteOthers')}
        </Button>
      )}
    </EmptyState>
  )
}
