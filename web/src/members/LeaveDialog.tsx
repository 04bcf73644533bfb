import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import { LeaveConversationDocument } from '../generated.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'

export function LeaveDialog({ row, onClose }: { row: ConversationRow; onClose(): void }) {
  const { t } = useTranslation()
  const { client, events, inbox } = useChat()
  const [, navigate] = useLocation()
  const isOwner = row.viewerMember?.role === 'OWNER' && row.memberCount > 1
  const leave = async () => {
    let isBack = false
    const forget = events.subscribe(({ kind, conversationId }) => {
      if (kind === 'joined' && conversationId === row.id) isBack = true
    })
    await change(client, LeaveConversationDocument, { input: { conversationId: row.id } }).finally(forget)
    // Somebody may have added them back before the answer came.
    if (isBack) return
    inbox.remove(row.id)
    if (location.pathname === `/c/${row.id}`) navigate('/')
  }
  return (
    <ConfirmDialog
      title={t('members.leaveTitle', { title: row.title ?? '' })}
      text={isOwner ? `${t('members.leaveText')} ${t('members.leaveOwnerText')}` : t('members.leaveText')}
      action={t('members.leave')}
      run={leave}
      onClose={onClose}
    />
  )
}
