import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { ClearHistoryDocument } from '../generated.ts'
import { LeaveDialog } from '../members/LeaveDialog.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import type { ConversationRow } from './conversationRow.ts'
import { NotificationsDialog } from './NotificationsDialog.tsx'

/** What the menu of a conversation asks about before it is done. */
export type RowQuestion = 'notifications' | 'clear' | 'leave'

interface RowDialogProps {
  row: ConversationRow
  title: string
  question: RowQuestion
  onClose(): void
}

/** Loaded when one of its questions is asked. */
export default function RowDialog({ row, title, question, onClose }: RowDialogProps) {
  const { t } = useTranslation()
  const { client, store } = useChat()
  const clear = async () => {
    const seq = row.lastMessage?.seq ?? null
    await change(client, ClearHistoryDocument, { input: { conversationId: row.id, seq } })
    if (seq) store.clear(row.id, seq)
  }
  if (question === 'leave') return <LeaveDialog row={row} onClose={onClose} />
  if (question === 'notifications') return <NotificationsDialog row={row} title={title} onClose={onClose} />
  return (
    <ConfirmDialog
      title={t('conversations.clearTitle', { title })}
      text={t('conversations.clearText')}
      action={t('conversations.clearNow')}
      run={clear}
      onClose={onClose}
    />
  )
}
