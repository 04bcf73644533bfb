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
  const { client } = useChat()
  const { act, isBusy, problem } = useAction(async () => {
    await change(client, RemoveMemberDocument, { input: { conversationId, userId: user.id } })
    onClose()
  })
  return (
    <Dialog title={`Remove ${user.name}?`} onClose={onClose}>
      <p>They can no longer read or write here. With an invite link they may join again.</p>
      <Problem>{problem}</Problem>
      <Button look="danger" disabled={isBusy} onClick={() => void act()}>
        Remove
      </Button>
    </Dialog>
  )
}
