import { useCallback, useEffect, useState } from 'react'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { PinsDocument, type PinsQuery } from '../generated.ts'

export type Pin = PinsQuery['conversation']['pins']['edges'][number]['node']

const changesPins = new Set(['MessagePinned', 'MessageUnpinned'])
const changesMessage = new Set(['MessageEdited', 'MessageDeleted'])

/** What is pinned, the one pinned last first, read again when that changes. There are 50 at most: one page. */
export function usePins(conversationId: string): readonly Pin[] {
  const { client, events } = useChat()
  const [pins, setPins] = useState<readonly Pin[]>([])
  const load = useCallback(async () => {
    const { conversation } = await read(client, PinsDocument, { id: conversationId })
    setPins(conversation.pins.edges.map(({ node }) => node))
  }, [client, conversationId])
  useEffect(() => {
    // Without its pins a conversation is shown all the same.
    const look = () => void load().catch(() => {})
    look()
    return events.subscribe((happened) => {
      if (happened.kind === 'ended' || happened.conversationId !== conversationId) return
      if (happened.kind === 'hidden') {
        return setPins((known) => known.filter(({ message }) => message.id !== happened.messageId))
      }
      const { event } = happened
      if (changesPins.has(event.__typename)) return look()
      if (changesMessage.has(event.__typename) && 'message' in event) {
        setPins((known) => (known.some(({ message }) => message.id === event.message.id) ? (look(), known) : known))
      }
    })
  }, [events, load, conversationId])
  return pins
}
