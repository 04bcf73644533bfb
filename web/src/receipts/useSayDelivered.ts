import { useEffect } from 'react'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { MarkDeliveredDocument } from '../generated.ts'

/** Messages come in bursts: the server is told of the last of them. */
const gatherMs = 1_500

/** Tells the server what has reached this device, of every conversation that is followed. */
export function useSayDelivered(): void {
  const { client, events, viewerId } = useChat()
  useEffect(() => {
    const waiting = new Map<string, number>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const say = () => {
      timer = undefined
      for (const [conversationId, seq] of waiting) {
        // The next message says it of this one too.
        change(client, MarkDeliveredDocument, { input: { conversationId, seq } }).catch(() => undefined)
      }
      waiting.clear()
    }
    const forget = events.subscribe((happened) => {
      if (happened.kind !== 'applied' || happened.event.__typename !== 'MessageSent') return
      const { message } = happened.event
      if (message.sender.id === viewerId) return
      waiting.set(happened.conversationId, Math.max(message.seq, waiting.get(happened.conversationId) ?? 0))
      timer ??= setTimeout(say, gatherMs)
    })
    return () => {
      clearTimeout(timer)
      forget()
    }
  }, [client, events, viewerId])
}
