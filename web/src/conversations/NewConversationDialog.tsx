import { lazy, Suspense } from 'react'

const StartConversation = lazy(() => import('../discover/StartConversation.tsx'))

/** A new conversation; its dialog is loaded when it is wanted. */
export function NewConversationDialog({ onClose }: { onClose(): void }) {
  return (
    <Suspense>
      <StartConversation onClose={onClose} />
    </Suspense>
  )
}
