import { DoorClosed } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useChat } from '../app/ChatContext.ts'
import { EmptyState } from '../ui/EmptyState.tsx'

/** True once the viewer may not see a conversation (any more), until they are in it again. */
export function useHasEnded(id: string): boolean {
  const { events } = useChat()
  const [hasEnded, setEnded] = useState(false)
  useEffect(
    () =>
      events.subscribe(({ kind, conversationId }) => {
        if (conversationId === id && (kind === 'ended' || kind === 'joined')) setEnded(kind === 'ended')
      }),
    [events, id],
  )
  return hasEnded
}

/** Stands in the place of a conversation that the viewer is not in. */
export function Ended() {
  const { t } = useTranslation()
  return (
    <EmptyState icon={<DoorClosed size={26} />} title={t('conversations.endedTitle')}>
      <p>{t('conversations.endedText')}</p>
      <Link href="/">{t('conversations.goToConversations')}</Link>
    </EmptyState>
  )
}
