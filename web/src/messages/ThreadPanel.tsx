import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import { MarkThreadReadDocument, type MessagePartsFragment, type QuoteFragment } from '../generated.ts'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { readThread } from './changeMessage.ts'
import { Composer } from './Composer.tsx'
import { MessageList } from './MessageList.tsx'
import { PagingStatus } from './PagingStatus.tsx'
import styles from './ThreadPanel.module.css'
import { TimelineContext, type TimelineSurroundings } from './TimelineContext.ts'
import { timelineRows } from './timelineRows.ts'
import { useListScroll, type ListPlace } from './useListScroll.ts'
import { useMessageFocus } from './useMessageFocus.ts'
import { useSurroundings } from './useSurroundings.tsx'
import { useThread } from './useThread.ts'
import { isLookedAt } from './useUnreadDivider.ts'

interface ThreadPanelProps {
  row: ConversationRow
  root: QuoteFragment
  onShow: TimelineSurroundings['onShow']
  onClose(): void
}

/** So many rows before the first one that is there, the next ones are fetched. */
const ahead = 10

/** A thread has no threads. */
const none = () => {}

/** A message with the replies under it, and a place to write one. */
export default function ThreadPanel({ row, root, onShow, onClose }: ThreadPanelProps) {
  const { t } = useTranslation()
  const { viewerId } = useChat()
  const [replyTo, setReplyTo] = useState<QuoteFragment | null>(null)
  const thread = useThread(row.id, root.id)
  const { messages, paging, failure, retry } = thread
  const rows = useMemo(() => timelineRows(messages, null, viewerId), [messages, viewerId])
  const markRead = useMarkThreadRead(row.id, thread.root)
  const onMove = ({ top, isAtEnd }: ListPlace) => {
    if (isAtEnd) markRead(messages.findLast(({ arrived }) => arrived?.threadRoot)?.arrived ?? null)
    if (paging.hasEarlier && top < ahead && !paging.isLoading && !paging.problem) void paging.loadEarlier()
  }
  const scroll = useListScroll(rows, onMove)
  const focus = useMessageFocus(rows, scroll)
  const { surroundings, dialogs, problem } = useSurroundings({
    ...{ conversationId: row.id, row, focus, scroll, onThread: none, onShow, onReply: setReplyTo, isThread: true },
  })
  const count = thread.root?.thread?.replyCount ?? 0
  return (
    <SidePanel title={t('messages.thread')} about={<p>{t('messages.replies', { count })}</p>} onClose={onClose}>
      <div className={styles.thread}>
        <div className={styles.frame}>
          <TimelineContext value={surroundings}>
            <MessageList rows={rows} scroll={scroll} label={t('messages.thread')} focus={focus}>
              {failure && (
                <div className={styles.failure}>
                  <Problem>{failure}</Problem>
                  <Button onClick={retry}>{t('ui.tryAgain')}</Button>
                </div>
              )}
            </MessageList>
            {dialogs}
          </TimelineContext>
          <PagingStatus paging={paging} problem={problem} />
        </div>
        {row.viewerMayWrite && (
          <Composer
            row={row}
            label={t('messages.replyInThread')}
            threadRoot={root}
            replyTo={replyTo}
            onReplyEnd={() => setReplyTo(null)}
          />
        )}
      </div>
    </SidePanel>
  )
}

/** Tells the server, once for each newest reply that was seen, and the timeline's own count. */
function useMarkThreadRead(conversationId: string, root: MessagePartsFragment | null) {
  const { client, store } = useChat()
  const told = useRef<string | null>(null)
  useEffect(() => {
    told.current = null
  }, [root?.id])
  return (last: MessagePartsFragment | null) => {
    const isNew = last && root?.thread?.unreadCount && told.current !== last.id
    if (!isNew || !isLookedAt()) return
    told.current = last.id
    change(client, MarkThreadReadDocument, { input: { messageId: last.id } }).then(
      () => store.changeMessages(conversationId, readThread(root.id)),
      () => (told.current = null),
    )
  }
}
