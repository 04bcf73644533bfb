import { useCallback, useEffect, useRef, useState } from 'react'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { PinsDocument, type PinsQuery } from '../generated.ts'

export type Pin = PinsQuery['conversation']['pins']['edges'][number]['node']

const changesPins = new Set(['MessagePinned', 'MessageUnpinned'])
const changesMessage = new Set(['MessageEdited', 'MessageDeleted'])

/** What is pinned, the one pinned last first, read again when that changes. There are 50 at most: one page. */
export function usePins(conversationId: string): readonly Pin[] {
  const { client, connection, events } = useChat()
  const [pins, setPins] = useState<readonly Pin[]>([])
  /** Of answers that overtake each other the one asked for last counts; `hasFailed` where that one did not come. */
  const latest = useRef({ turn: 0, hasFailed: false })
  const load = useCallback(async () => {
    const turn = ++latest.current.turn
    latest.current.hasFailed = true
    const { conversation } = await read(client, PinsDocument, { id: conversationId })
    if (turn !== latest.current.turn) return
    latest.current.hasFailed = false
    setPins(conversation.pins.edges.map(({ node }) => node))
  }, [client, conversationId])
  useEffect(() => {
    // Without its pins a conversation is shown all the same.
    const look = () => void load().catch(() => {})
    look()
    const forget = events.subscribe((happened) => {
      if (happened.conversationId !== conversationId) return
      if (happened.kind === 'hidden') {
        return setPins((known) => known.filter(({ message }) => message.id !== happened.messageId))
      }
      if (happened.kind !== 'applied') return
      const { event } = happened
      if (changesPins.has(event.__typename)) return look()
      if (changesMessage.has(event.__typename) && 'message' in event) {
        setPins((known) => (known.some(({ message }) => message.id === event.message.id) ? (look(), known) : known))
      }
    })
    const forgetConnection = connection.onConnected(() => latest.current.hasFailed && look())
    return () => {
      forget()
      forgetConnection()
    }
  }, [connection, events, load, conversationId])
  return pins
}
