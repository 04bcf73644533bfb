import { lazy, Suspense } from 'react'
import type { MessagePartsFragment } from '../generated.ts'
import { DeleteDialog } from './DeleteDialog.tsx'
import type { MessageDialog } from './TimelineContext.ts'

const EditsDialog = lazy(() => import('./EditsDialog.tsx'))
const ForwardDialog = lazy(() => import('./ForwardDialog.tsx'))
const ReactionsDialog = lazy(() => import('./ReactionsDialog.tsx'))

export interface AskedDialog {
  dialog: MessageDialog
  message: MessagePartsFragment
}

interface MessageDialogsProps {
  conversationId: string
  asked: AskedDialog
  onClose(): void
}

/** The dialog that was asked for about a message. It stands outside the list, which draws only what is on the screen. */
export function MessageDialogs({ conversationId, asked: { dialog, message }, onClose }: MessageDialogsProps) {
  if (dialog === 'delete') {
    return <DeleteDialog conversationId={conversationId} message={message} onClose={onClose} />
  }
  return (
    <Suspense>
      {dialog === 'edits' && <EditsDialog message={message} onClose={onClose} />}
      {dialog === 'forward' && <ForwardDialog message={message} onClose={onClose} />}
      {dialog === 'reactions' && <ReactionsDialog message={message} onClose={onClose} />}
    </Suspense>
  )
}
