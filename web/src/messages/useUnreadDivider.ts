import { useCallback, useEffect, useState } from 'react'
import { useChat } from '../app/ChatContext.ts'

/** True while somebody looks at the page. */
export const isLookedAt = (): boolean => document.visibilityState === 'visible' && document.hasFocus()

export interface UnreadDivider {
  /** `seq` after which messages of others are new; null where nothing is. */
  readUpTo: number | null
  /** Puts it where the server's pointer stands. */
  begin(readUpTo: number | null): void
}

/**
 * Where "new" begins: set when the conversation is opened, and when something comes while nobody looks; gone when the
 * viewer writes. It stays while one reads on, so that it can be found again.
 */
export function useUnreadDivider(conversationId: string): UnreadDivider {
  const { events, store, viewerId } = useChat()
  const [readUpTo, setReadUpTo] = useState<number | null>(null)
  useEffect(
    () =>
      events.subscribe((happened) => {
        if (happened.kind !== 'applied' || happened.conversationId !== conversationId) return
        if (happened.event.__typename !== 'MessageSent') return
        const { sender, seq } = happened.event.message
        if (sender.id === viewerId) setReadUpTo(null)
        else if (!isLookedAt() && store.read(conversationId)?.row.unreadCount === 1) setReadUpTo(seq - 1)
      }),
    [events, store, viewerId, conversationId],
  )
  return { readUpTo, begin: useCallback((seq: number | null) => setReadUpTo(seq), []) }
}
