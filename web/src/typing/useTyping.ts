import { useEffect, useState } from 'react'
import { useChat } from '../app/ChatContext.ts'
import { TypingDocument } from '../generated.ts'
import { followState } from '../live/followState.ts'

/** Who else types in a conversation now, in the order in which they began. */
export function useTyping(conversationId: string): string[] {
  const { client, viewerId, events } = useChat()
  const [typists, setTypists] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    const set = (id: string, name: string | undefined) =>
      setTypists((before) => {
        if (before.get(id) === name) return before
        const after = new Map(before)
        if (name === undefined) after.delete(id)
        else after.set(id, name)
        return after
      })
    setTypists(new Map())
    const stop = followState(client, TypingDocument, { conversationId }, ({ typing: { user, isTyping } }) => {
      if (user.id !== viewerId) set(user.id, isTyping ? user.name : undefined)
    })
    // Who has sent does not type any more, whichever of the two arrives first.
    const forget = events.subscribe((happened) => {
      if (happened.kind !== 'applied' || happened.conversationId !== conversationId) return
      if (happened.event.__typename === 'MessageSent') set(happened.event.message.sender.id, undefined)
    })
    return () => {
      stop()
      forget()
    }
  }, [client, viewerId, events, conversationId])
  return [...typists.values()]
}
