import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { RemoveMemberDocument } from '../generated.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'

interface RemoveDialogProps {
  conversationId: string
  user: { id: string; name: string }
  onClose(): void
}

export function RemoveDialog({ conversationId, user, onClose }: RemoveDialogProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const { act, isBusy, problem } = useAction(async () => {
    await change(client, RemoveMemberDocument, { input: { conversationId, userId: user.id } })
    onClose()
  })
  return (
    <Dialog title={t('members.removeTitle', { name: user.name })} onClose={onClose}>
      <p>{t('members.removeText')}</p>
      <Problem>{problem}</Problem>
      <Button look="danger" disabled={isBusy} onClick={() => void act()}>
        {t('members.remove')}
      </Button>
    </Dialog>
  )
}
