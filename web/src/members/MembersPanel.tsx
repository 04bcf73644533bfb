import { lazy, Suspense } from 'react'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import styles from './Panel.module.css'

export interface MembersPanelProps {
  row: ConversationRow
  onInvite(): void
  onClose(): void
}

const Details = lazy(() => import('./DetailsPanel.tsx'))

/** What there is to know and to do beside a conversation. Loaded when it is opened for the first time. */
export function MembersPanel(props: MembersPanelProps) {
  return (
    <Suspense fallback={<aside className={styles.panel} />}>
      <Details {...props} />
    </Suspense>
  )
}
