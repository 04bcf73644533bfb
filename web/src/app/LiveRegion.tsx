import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { folded } from '../messages/folded.ts'
import { useChat } from './ChatContext.ts'

/** Reads new messages of others aloud: of the open conversation what they say (of a long one the beginning), elsewhere who wrote and where. */
export function LiveRegion({ openId }: { openId: string | undefined }) {
  const { t } = useTranslation()
  const { events, store, viewerId } = useChat()
  const [announcement, setAnnouncement] = useState('')
  useEffect(
    () =>
      events.subscribe((happened) => {
        if (happened.kind !== 'applied' || happened.event.__typename !== 'MessageSent') return
        const { sender, text } = happened.event.message
        if (sender.id === viewerId) return
        const title = store.read(happened.conversationId)?.row.title
        const isOpen = happened.conversationId === openId
        if (isOpen) setAnnouncement(`${sender.name}: ${folded(text) ?? text}`)
        else if (title) setAnnouncement(t('app.newMessageFromIn', { name: sender.name, title }))
        else setAnnouncement(t('app.newMessageFrom', { name: sender.name }))
      }),
    [events, store, viewerId, openId, t],
  )
  return (
    <div className="visually-hidden" role="log" aria-live="polite" aria-label={t('app.newMessages')}>
      {announcement}
    </div>
  )
}
