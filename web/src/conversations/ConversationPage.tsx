import { DoorClosed } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearch } from 'wouter'
import { useChat } from '../app/ChatContext.ts'
import type { QuoteFragment } from '../generated.ts'
import { MembersPanel } from '../members/MembersPanel.tsx'
import { mayManage } from '../members/permissions.ts'
import { Composer } from '../messages/Composer.tsx'
import { messageOf } from '../messages/messageLink.ts'
import { Timeline, type Jump } from '../messages/Timeline.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ConversationHeader } from './ConversationHeader.tsx'
import styles from './ConversationPage.module.css'
import { InviteDialog } from './InviteDialog.tsx'
import { titleOf } from './titleOf.ts'
import { useRow } from './useRow.ts'

/** One conversation. Give it `key={id}`, so that each begins with its own draft and scroll position. */
export function ConversationPage({ id }: { id: string }) {
  const { viewerId, inbox } = useChat()
  const row = useRow(id)
  const hasEnded = useHasEnded(id)
  const [isInviting, setInviting] = useState(false)
  const [replyTo, setReplyTo] = useState<QuoteFragment | null>(null)
  const [panel, setPanel] = useState<Panel>(null)
  const [jump, setJump] = useJump()
  const onThread = useCallback((root: QuoteFragment) => setPanel({ kind: 'thread', root }), [])
  const onShow = useCallback((messageId: string) => setJump({ messageId }), [setJump])
  const isShowingMembers = panel?.kind === 'members'
  useEffect(() => {
    // Opened by its address: the inbox may not have it yet.
    if (row && !hasEnded) inbox.add(id)
  }, [row === null, hasEnded, inbox, id])
  if (hasEnded) return <Ended />
  const isAlone = row?.kind === 'GROUP' && row.memberCount === 1 && mayManage(row.viewerMember?.role)
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        {row ? (
          <ConversationHeader
            row={row}
            isShowingMembers={isShowingMembers}
            onInvite={() => setInviting(true)}
            onToggleMembers={() => setPanel(isShowingMembers ? null : { kind: 'members' })}
          />
        ) : (
          <div className={styles.headerPlace} />
        )}
        <Timeline
          {...{ conversationId: id, row, jump, onThread, onShow }}
          onInvite={isAlone ? () => setInviting(true) : undefined}
          onReply={setReplyTo}
        />
        {row && (
          <Composer
            conversationId={id}
            title={titleOf(row, viewerId)}
            replyTo={replyTo}
            onReplyEnd={() => setReplyTo(null)}
          />
        )}
      </main>
      {row && isShowingMembers && (
        <MembersPanel row={row} onInvite={() => setInviting(true)} onClose={() => setPanel(null)} />
      )}
      {isInviting && <InviteDialog conversationId={id} onClose={() => setInviting(false)} />}
    </div>
  )
}

/** What stands beside the messages. */
type Panel = { kind: 'members' } | { kind: 'thread'; root: QuoteFragment } | null

/** Where the messages are to go: at first to the message that the address names. */
function useJump() {
  const linked = messageOf(useSearch())
  const [jump, setJump] = useState<Jump | null>(null)
  const first = useMemo(() => (linked ? { messageId: linked } : null), [linked])
  useEffect(() => setJump(first), [first])
  return [jump ?? first, setJump] as const
}

function useHasEnded(id: string): boolean {
  const { events } = useChat()
  const [hasEnded, setEnded] = useState(false)
  useEffect(
    () => events.subscribe((event) => event.kind === 'ended' && event.conversationId === id && setEnded(true)),
    [events, id],
  )
  return hasEnded
}

function Ended() {
  const { t } = useTranslation()
  return (
    <EmptyState icon={<DoorClosed size={26} />} title={t('conversations.endedTitle')}>
      <p>{t('conversations.endedText')}</p>
      <Link href="/">{t('conversations.goToConversations')}</Link>
    </EmptyState>
  )
}
