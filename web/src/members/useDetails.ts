import { useCallback, useEffect, useRef, useState } from 'react'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { useAction } from '../ui/useAction.ts'
import { ConversationDetailsDocument, type ConversationDetailsQuery } from './generated.ts'

export type Details = ConversationDetailsQuery['conversation']

const changesDetails = new Set(['TitleChanged', 'TopicChanged', 'AvatarChanged'])

/** What the inbox does not know of a conversation, read again when it changes; null until it is there. */
export function useDetails(id: string) {
  const { client, events } = useChat()
  const [details, setDetails] = useState<Details | null>(null)
  /** Answers may overtake each other: the one asked for last counts. */
  const turns = useRef(0)
  const { act: load, problem } = useAction(async () => {
    const turn = ++turns.current
    const { conversation } = await read(client, ConversationDetailsDocument, { id })
    if (turn === turns.current) setDetails(conversation)
  })
  const reload = useCallback(() => void load(), [id, client])
  useEffect(() => {
    reload()
    return events.subscribe((happened) => {
      const isOurs = happened.kind === 'applied' && happened.conversationId === id
      if (isOurs && changesDetails.has(happened.event.__typename)) reload()
    })
  }, [events, reload])
  return { details, reload, problem }
}
