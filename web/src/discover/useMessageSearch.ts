import { useCallback, useState } from 'react'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { endOfDay, startOfDay } from '../ui/days.ts'
import { emptyPage, usePaged, type Paged } from '../ui/usePaged.ts'
import { useSettled } from '../ui/useSettled.ts'
import { SearchMessagesDocument, type SearchMessagesQuery } from './generated.ts'
import type { Person } from './PeopleSearch.tsx'

export type Match = SearchMessagesQuery['searchMessages']['edges'][number]['node']

/** What else must hold of a message that is searched for. */
export interface SearchFilters {
  isOwn: boolean
  /** Somebody else. */
  sender: Person | null
  /** Days, the first and the last one; empty for any. */
  from: string
  to: string
  withFiles: boolean
}

export interface MessageSearch {
  text: string
  filters: SearchFilters
  onText(text: string): void
  onFilters(filters: SearchFilters): void
  /** True while there is something to search for. */
  isAsked: boolean
  list: Paged<Match>
}

const noFilters: SearchFilters = { isOwn: false, sender: null, from: '', to: '', withFiles: false }
const pageSize = 20

/** The server's rule for a search in all conversations: one term of two characters at least. */
const leastTerm = 2
const isEnough = (query: string): boolean => query.split(/\s+/).some((term) => [...term].length >= leastTerm)

/** A search for messages: in one conversation, or (null) in all that the viewer may read. */
export function useMessageSearch(conversationId: string | null): MessageSearch {
  const { client, viewerId } = useChat()
  const [text, onText] = useState('')
  const [filters, onFilters] = useState(noFilters)
  const query = useSettled(text.trim())
  const isAsked = conversationId === null ? isEnough(query) : query !== ''
  const { isOwn, sender, from, to, withFiles } = filters
  const senderId = isOwn ? viewerId : (sender?.id ?? null)
  const list = usePaged(
    useCallback(
      async (after: string | null) => {
        if (!isAsked) return emptyPage<Match>()
        const filter = {
          senderId,
          since: from ? startOfDay(from).toISOString() : null,
          until: to ? endOfDay(to).toISOString() : null,
          hasAttachment: withFiles || null,
        }
        const variables = { query, conversationId, filter, first: pageSize, after }
        return (await read(client, SearchMessagesDocument, variables)).searchMessages
      },
      [client, isAsked, query, conversationId, senderId, from, to, withFiles],
    ),
  )
  return { text, filters, onText, onFilters, isAsked, list }
}
