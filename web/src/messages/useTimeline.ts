import { useFragment } from '@apollo/client/react'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useChat } from '../app/ChatContext.ts'
import { ConversationTimelineFragmentDoc, EarlierMessagesDocument } from '../generated.ts'
import { read } from '../api/read.ts'
import { useSession } from '../session/useSession.ts'
import { useAction } from '../ui/useAction.ts'
import { shownMessages, type ShownMessage } from './shownMessage.ts'

export interface TimelineView {
  messages: ShownMessage[]
  /** `seq` of the newest message that has arrived; 0 before the first. */
  lastSeq: number
  isLoaded: boolean
  hasEarlier: boolean
  loadEarlier(): Promise<void>
  isLoadingEarlier: boolean
  earlierProblem: string | null
}

/** The messages of a conversation, followed live as long as they are shown, with those on their way. */
export function useTimeline(conversationId: string): TimelineView {
  const { client, store, followers, outbox, viewerId } = useChat()
  const name = useSession()?.user.name ?? ''
  useEffect(() => followers.follow(conversationId, { timeline: true }), [followers, conversationId])
  const { data, complete } = useFragment({
    fragment: ConversationTimelineFragmentDoc,
    fragmentName: 'ConversationTimeline',
    from: { __typename: 'Conversation', id: conversationId },
  })
  const page = complete ? data.messages : null
  const outgoing = useSyncExternalStore(outbox.subscribe, outbox.current)
  const messages = useMemo(() => {
    const own = outgoing.filter((message) => message.conversationId === conversationId)
    const arrived = page?.edges.map(({ node }) => node) ?? []
    return shownMessages(arrived, own, { id: viewerId, name })
  }, [page, outgoing, conversationId, viewerId, name])
  const earlier = useAction(async () => {
    const before = page?.pageInfo.startCursor
    if (!before) return
    const { conversation } = await read(client, EarlierMessagesDocument, { id: conversationId, before })
    store.addEarlier(conversationId, conversation.messages)
  })
  return {
    messages,
    lastSeq: page?.edges.at(-1)?.node.seq ?? 0,
    isLoaded: page !== null,
    hasEarlier: page?.pageInfo.hasPreviousPage ?? false,
    loadEarlier: earlier.act,
    isLoadingEarlier: earlier.isBusy,
    earlierProblem: earlier.problem,
  }
}
