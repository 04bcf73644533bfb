import { DeleteDialog } from './DeleteDialog.tsx'
import { EditsDialog } from './EditsDialog.tsx'
import { ForwardDialog } from './ForwardDialog.tsx'
import type { Asked } from './useSurroundings.tsx'

interface MessageDialogsProps {
  conversationId: string
  asked: Asked
  onClose(): void
}

/** The dialog that was asked for about a message. It stands outside the list, which draws only what is on the screen. */
export function MessageDialogs({ conversationId, asked: { dialog, message }, onClose }: MessageDialogsProps) {
  if (dialog === 'delete') {
    return <DeleteDialog conversationId={conversationId} message={message} onClose={onClose} />
  }
  if (dialog === 'edits') return <EditsDialog message={message} onClose={onClose} />
  return <ForwardDialog message={message} onClose={onClose} />
}
