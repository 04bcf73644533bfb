import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { useRow } from '../conversations/useRow.ts'
import { DeleteMessageDocument, DeleteMessageForMeDocument, type MessagePartsFragment } from '../generated.ts'
import { mayManage } from '../members/permissions.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'

interface DeleteDialogProps {
  conversationId: string
  message: MessagePartsFragment
  onClose(): void
}

/** Asks for whom a message is to go: for all, where the viewer may, or for the viewer alone. */
export function DeleteDialog({ conversationId, message, onClose }: DeleteDialogProps) {
  const { t } = useTranslation()
  const { client, hide, viewerId } = useChat()
  const row = useRow(conversationId)
  const isOwn = message.sender.id === viewerId
  const mayForAll = !message.deletedAt && (isOwn || (row?.kind !== 'DIRECT' && mayManage(row?.viewerMember?.role)))
  const input = { messageId: message.id }
  const forAll = useAction(async () => {
    await change(client, DeleteMessageDocument, { input })
    onClose()
  })
  const forMe = useAction(async () => {
    await change(client, DeleteMessageForMeDocument, { input })
    await hide(conversationId, message.id)
    onClose()
  })
  const isBusy = forAll.isBusy || forMe.isBusy
  return (
    <Dialog title={t('messages.deleteTitle')} onClose={onClose}>
      <p>{mayForAll ? t('messages.deleteForAllText') : t('messages.deleteForMeText')}</p>
      <Problem>{forAll.problem ?? forMe.problem}</Problem>
      {mayForAll && (
        <Button look="danger" disabled={isBusy} onClick={() => void forAll.act()}>
          {t('messages.deleteForAll')}
        </Button>
      )}
      <Button look={mayForAll ? 'plain' : 'danger'} disabled={isBusy} onClick={() => void forMe.act()}>
        {t('messages.deleteForMe')}
      </Button>
    </Dialog>
  )
}
