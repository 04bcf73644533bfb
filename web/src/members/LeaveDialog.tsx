import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/applyEvent.ts'
import { LeaveConversationDocument } from '../generated.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'

export function LeaveDialog({ row, onClose }: { row: ConversationRow; onClose(): void }) {
  const { t } = useTranslation()
  const { client, inbox } = useChat()
  const [, navigate] = useLocation()
  const { act, isBusy, problem } = useAction(async () => {
    await change(client, LeaveConversationDocument, { input: { conversationId: row.id } })
    inbox.remove(row.id)
    navigate('/')
  })
  const isLastOwner = row.viewerMember?.role === 'OWNER' && row.memberCount > 1
  return (
    <Dialog title={t('members.leaveTitle', { title: row.title ?? '' })} onClose={onClose}>
      <p>
        {t('members.leaveText')}
        {isLastOwner && ` ${t('members.leaveOwnerText')}`}
      </p>
      <Problem>{problem}</Problem>
      <Button look="danger" disabled={isBusy} onClick={() => void act()}>
        {t('members.leave')}
      </Button>
    </Dialog>
  )
}
