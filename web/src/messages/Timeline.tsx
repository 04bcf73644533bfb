import { ArrowDown, Link2, MessageCircle } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { DaySection } from './DaySection.tsx'
import { EarlierMessages } from './EarlierMessages.tsx'
import { groupMessages } from './groupMessages.ts'
import styles from './Timeline.module.css'
import { TimelineContext, type TimelineSurroundings } from './TimelineContext.ts'
import { useMarkSeen } from './useMarkSeen.ts'
import { useScroll } from './useScroll.ts'
import { useTimeline } from './useTimeline.ts'

interface TimelineProps {
  conversationId: string
  /** Given where nobody else is here yet, and the viewer may invite. */
  onInvite: (() => void) | undefined
  onReply: TimelineSurroundings['onReply']
}

/** The messages of a conversation, oldest first, the newest at the bottom. */
export function Timeline({ conversationId, onInvite, onReply }: TimelineProps) {
  const { t } = useTranslation()
  const { viewerId } = useChat()
  const timeline = useTimeline(conversationId)
  const { messages, lastSeq, isLoaded } = timeline
  const { scroller, content, onScroll, isAtEnd, news, toEnd } = useScroll(messages, viewerId)
  useMarkSeen(conversationId, lastSeq, isAtEnd)
  const surroundings = useMemo(() => ({ conversationId, onReply }), [conversationId, onReply])
  const days = useMemo(() => groupMessages(messages), [messages])
  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={onScroll}
        tabIndex={0}
        role="region"
        aria-label={t('messages.messages')}
      >
        <div ref={content} className={styles.content}>
          <EarlierMessages timeline={timeline} scroller={scroller} />
          <TimelineContext value={surroundings}>
            {days.map((day) => (
              <DaySection key={day.key} day={day} viewerId={viewerId} />
            ))}
          </TimelineContext>
        </div>
        {isLoaded && messages.length === 0 && (
          <EmptyState icon={<MessageCircle size={26} />} title={t('messages.nothingSaid')}>
            <p>{onInvite ? t('messages.aloneText') : t('messages.sayHello')}</p>
            {onInvite && (
              <Button look="primary" onClick={onInvite}>
                <Link2 size={18} aria-hidden="true" /> {t('messages.inviteOthers')}
              </Button>
            )}
          </EmptyState>
        )}
      </div>
      {!isAtEnd && (
        <button type="button" className={styles.toEnd} data-news={news > 0} onClick={toEnd}>
          <ArrowDown size={16} aria-hidden="true" />
          {news > 0 ? (
            t('messages.new', { count: news })
          ) : (
            <span className="visually-hidden">{t('messages.newest')}</span>
          )}
        </button>
      )}
    </div>
  )
}
