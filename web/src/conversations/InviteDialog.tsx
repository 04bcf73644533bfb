import { lazy, Suspense } from 'react'

const InviteByLink = lazy(() => import('../members/InviteByLink.tsx'))

/** A link that lets whoever has it join; its dialog is loaded when it is wanted. */
export function InviteDialog(props: { conversationId: string; onClose(): void }) {
  return (
    <Suspense>
      <InviteByLink {...props} />
    </Suspense>
  )
}
