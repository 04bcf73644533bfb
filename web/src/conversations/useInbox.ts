import { useFragment } from '@apollo/client/react'
import { useMemo, useSyncExternalStore } from 'react'
import { useChat } from '../app/ChatContext.ts'
import { ConversationRowFragmentDoc } from '../generated.ts'
import type { ConversationRow } from './conversationRow.ts'

export interface InboxView {
  /** Pinned ones first, then newest activity first. */
  rows: ConversationRow[]
  archived: ConversationRow[]
  isLoaded: boolean
  hasMore: boolean
  hasMoreArchived: boolean
}

/** The viewer's conversations as they stand. */
export function useInbox(): InboxView {
  const { inbox } = useChat()
  const { ids, ...state } = useSyncExternalStore(inbox.subscribe, inbox.current)
  const from = useMemo(() => ids.map((id) => ({ __typename: 'Conversation' as const, id })), [ids])
  const { data } = useFragment({ fragment: ConversationRowFragmentDoc, fragmentName: 'ConversationRow', from })
  return useMemo(() => {
    const known = (data as (Partial<ConversationRow> | null)[])
      .filter((row): row is ConversationRow => row?.rev !== undefined)
      .sort(byPinAndActivity)
    const [rows, archived] = [false, true].map((isArchived) =>
      known.filter(({ viewerSettings }) => viewerSettings.archived === isArchived),
    )
    return { ...state, rows: rows ?? [], archived: archived ?? [] }
  }, [data, state.isLoaded, state.hasMore, state.hasMoreArchived])
}

const byPinAndActivity = (one: ConversationRow, other: ConversationRow): number =>
  Number(other.viewerSettings.pinned) - Number(one.viewerSettings.pinned) ||
  other.lastActivityAt.localeCompare(one.lastActivityAt)
