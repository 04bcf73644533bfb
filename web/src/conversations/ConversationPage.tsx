import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearch } from 'wouter'
import { useChat } from '../app/ChatContext.ts'
import type { QuoteFragment } from '../generated.ts'
import { mayManage } from '../members/permissions.ts'
import { Composer, type ComposerProps } from '../messages/Composer.tsx'
import type { Jump } from '../messages/jump.ts'
import { messageOf } from '../messages/messageLink.ts'
import { PinnedBar } from '../messages/PinnedBar.tsx'
import { Timeline } from '../messages/Timeline.tsx'
import { usePins } from '../messages/usePins.ts'
import { useReadNotifications } from '../notifications/useReadNotifications.ts'
import { WithReceipts } from '../receipts/ReceiptsContext.tsx'
import { TypingLine } from '../typing/TypingLine.tsx'
import { ConversationHeader } from './ConversationHeader.tsx'
import styles from './ConversationPage.module.css'
import { ConversationPanels, type Panel } from './ConversationPanels.tsx'
import { Ended, useHasEnded } from './Ended.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import { titleOf } from './titleOf.ts'
import { useRow } from './useRow.ts'
import { useShortcuts } from './useShortcuts.ts'

const ShortcutsDialog = lazy(() => import('./ShortcutsDialog.tsx'))

/** Where there is no room beside the messages, a panel covers them, and goes when one goes to a message. */
const isNarrow = () => matchMedia('(max-width: 1180px)').matches

/** One conversation. Give it `key={id}`, so that each begins with its own draft and scroll position. */
export function ConversationPage({ id }: { id: string }) {
  const { inbox } = useChat()
  const row = useRow(id)
  const hasEnded = useHasEnded(id)
  const pins = usePins(id)
  const [isInviting, setInviting] = useState(false)
  const [replyTo, setReplyTo] = useState<QuoteFragment | null>(null)
  const [panel, setPanel] = useState<Panel>(null)
  const [editLast, setEditLast] = useState(0)
  const [jump, setJump] = useJump()
  const onJump = useCallback((to: Jump) => (setJump(to), isNarrow() && setPanel(null)), [setJump])
  const onThread = useCallback((root: QuoteFragment) => setPanel({ kind: 'thread', root }), [])
  const onShow = useCallback((messageId: string) => onJump({ messageId }), [onJump])
  useReadNotifications(id)
  const shortcuts = useShortcuts({ onSearch: () => setPanel({ kind: 'search' }) })
  useEffect(() => {
    // Opened by its address: the inbox may not have it yet.
    if (row && !hasEnded) inbox.add(id)
  }, [row === null, hasEnded, inbox, id])
  if (hasEnded) return <Ended />
  const isAlone = row?.kind === 'GROUP' && row.memberCount === 1 && mayManage(row.viewerMember?.role)
  const onInvite = () => setInviting(true)
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        <div>
          {row ? (
            <ConversationHeader row={row} panel={panel?.kind ?? null} onInvite={onInvite} onPanel={setPanel} />
          ) : (
            <div className={styles.headerPlace} />
          )}
          <PinnedBar pins={pins} onShow={onShow} onList={() => setPanel({ kind: 'pins' })} />
        </div>
        <WithReceipts conversationId={id}>
          <Timeline
            {...{ conversationId: id, row, jump, editLast, onThread, onShow }}
            onInvite={isAlone ? onInvite : undefined}
            onReply={setReplyTo}
          />
        </WithReceipts>
        <div>
          <TypingLine conversationId={id} />
          {row && (
            <Writing
              {...{ row, replyTo }}
              onReplyEnd={() => setReplyTo(null)}
              onEditLast={() => setEditLast((count) => count + 1)}
            />
          )}
        </div>
      </main>
      {row && <ConversationPanels {...{ row, panel, pins, onJump, onInvite }} onPanel={setPanel} />}
      {isInviting && <InviteDialog conversationId={id} onClose={() => setInviting(false)} />}
      {shortcuts.isShown && (
        <Suspense>
          <ShortcutsDialog onClose={shortcuts.hide} />
        </Suspense>
      )}
    </div>
  )
}

/** Where one writes, or why one does not. */
function Writing({ row, ...rest }: Pick<ComposerProps, 'row' | 'replyTo' | 'onReplyEnd' | 'onEditLast'>) {
  const { t } = useTranslation()
  const { viewerId } = useChat()
  if (!row.viewerMayWrite) {
    return <p className={styles.readOnly}>{t(row.kind === 'DIRECT' ? 'messages.noContact' : 'messages.readOnly')}</p>
  }
  return (
    <Composer
      {...{ row, ...rest }}
      label={t('messages.writeTo', { title: titleOf(row, viewerId) })}
      threadRoot={null}
    />
  )
}

/** Where the messages are to go: at first to the message that the address names. */
function useJump() {
  const linked = messageOf(useSearch())
  const [jump, setJump] = useState<Jump | null>(null)
  const first = useMemo(() => (linked ? { messageId: linked } : null), [linked])
  useEffect(() => setJump(first), [first])
  return [jump ?? first, setJump] as const
}
