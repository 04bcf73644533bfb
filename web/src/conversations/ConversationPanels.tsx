import { lazy, Suspense } from 'react'
import type { QuoteFragment } from '../generated.ts'
import { MembersPanel } from '../members/MembersPanel.tsx'
import type { Jump } from '../messages/jump.ts'
import { mayPin } from '../messages/mayPin.ts'
import type { Pin } from '../messages/usePins.ts'
import type { ConversationRow } from './conversationRow.ts'

const PinsPanel = lazy(() => import('../messages/PinsPanel.tsx'))
const SearchPanel = lazy(() => import('../messages/SearchPanel.tsx'))
const ThreadPanel = lazy(() => import('../messages/ThreadPanel.tsx'))

/** What stands beside the messages. */
export type Panel = { kind: 'members' | 'search' | 'pins' } | { kind: 'thread'; root: QuoteFragment } | null

interface ConversationPanelsProps {
  row: ConversationRow
  panel: Panel
  pins: readonly Pin[]
  onPanel(panel: Panel): void
  onJump(jump: Jump): void
  onInvite(): void
}

/** The panel that was asked for, one at a time. */
export function ConversationPanels({ row, panel, pins, onPanel, onJump, onInvite }: ConversationPanelsProps) {
  const onClose = () => onPanel(null)
  const onShow = (messageId: string) => onJump({ messageId })
  switch (panel?.kind) {
    case 'members':
      return <MembersPanel row={row} onInvite={onInvite} onClose={onClose} />
    case 'search':
      return (
        <Suspense>
          <SearchPanel conversationId={row.id} onJump={onJump} onClose={onClose} />
        </Suspense>
      )
    case 'pins':
      return (
        <Suspense>
          <PinsPanel pins={pins} mayPin={mayPin(row)} onShow={onShow} onClose={onClose} />
        </Suspense>
      )
    case 'thread':
      return (
        <Suspense>
          <ThreadPanel key={panel.root.id} row={row} root={panel.root} onShow={onShow} onClose={onClose} />
        </Suspense>
      )
    default:
      return null
  }
}
