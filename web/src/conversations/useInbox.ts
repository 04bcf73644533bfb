import { useFragment } from '@apollo/client/react'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useChat } from '../app/ChatContext.ts'
import { ConversationRowFragmentDoc } from '../generated.ts'
import type { ConversationRow } from './applyEvent.ts'

/** Live subscriptions held for the inbox at most; what lies further down is brought up to date by its reading. */
const followedRows = 50

/** The viewer's conversations, newest activity first, those at the top followed live. */
export function useInbox(): { rows: ConversationRow[]; isLoaded: boolean; hasMore: boolean } {
  const { inbox, followers } = useChat()
  const { ids, isLoaded, hasMore } = useSyncExternalStore(inbox.subscribe, inbox.current)
  const from = useMemo(() => ids.map((id) => ({ __typename: 'Conversation' as const, id })), [ids])
  const { data } = useFragment({ fragment: ConversationRowFragmentDoc, fragmentName: 'ConversationRow', from })
  const rows = (data as (Partial<ConversationRow> | null)[])
    .filter((row): row is ConversationRow => row?.rev !== undefined)
    .sort((one, other) => other.lastActivityAt.localeCompare(one.lastActivityAt))
  const top = rows
    .slice(0, followedRows)
    .map(({ id }) => id)
    .sort()
    .join(' ')
  useEffect(() => {
    const unfollow = top
      .split(' ')
      .filter(Boolean)
      .map((id) => followers.follow(id, { timeline: false }))
    // After the next ones are followed: what stays in the list must not be stopped in between.
    return () => queueMicrotask(() => unfollow.forEach((stop) => stop()))
  }, [top, followers])
  return { rows, isLoaded, hasMore }
}
