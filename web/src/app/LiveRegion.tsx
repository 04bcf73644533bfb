import { useEffect, useState } from 'react'
import { useChat } from './ChatContext.ts'

/** Reads new messages of others aloud: of the open conversation in full, elsewhere who wrote and where. */
export function LiveRegion({ openId }: { openId: string | undefined }) {
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
        setAnnouncement(
          isOpen ? `${sender.name}: ${text}` : `New message from ${sender.name}${title ? ` in ${title}` : ''}`,
        )
      }),
    [events, store, viewerId, openId],
  )
  return (
    <div className="visually-hidden" role="log" aria-live="polite" aria-label="New messages">
      {announcement}
    </div>
  )
}
