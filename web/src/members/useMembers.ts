import { useCallback, useEffect, useState } from 'react'
import { useChat } from '../app/ChatContext.ts'
import { read } from '../api/read.ts'
import { ConversationMembersDocument, type ConversationMembersQuery } from '../generated.ts'
import { useAction } from '../ui/useAction.ts'

export type Member = ConversationMembersQuery['conversation']['members']['edges'][number]['node']
type Page = ConversationMembersQuery['conversation']['members']

const pageSize = 50
const changesMembers = new Set(['MemberAdded', 'MemberRemoved', 'RoleChanged'])

/** The members in the order in which they joined, read again when one of them changes. */
export function useMembers(conversationId: string) {
  const { client, events } = useChat()
  const [pages, setPages] = useState<Page[]>([])
  const load = useCallback(
    async (after: string | null) => {
      const variables = { id: conversationId, first: pageSize, after }
      return (await read(client, ConversationMembersDocument, variables)).conversation.members
    },
    [client, conversationId],
  )
  const { act: refresh, problem } = useAction(async () => setPages([await load(null)]))
  const last = pages.at(-1)
  const { act: loadMore } = useAction(async () => {
    const page = await load(last?.pageInfo.endCursor ?? null)
    setPages((known) => [...known, page])
  })
  useEffect(() => {
    void refresh()
    return events.subscribe((event) => {
      const isOurs = event.kind === 'applied' && event.conversationId === conversationId
      if (isOurs && changesMembers.has(event.event.__typename)) void refresh()
    })
  }, [conversationId, events])
  const members: Member[] = pages.flatMap(({ edges }) => edges.map(({ node }) => node))
  return { members, hasMore: last?.pageInfo.hasNextPage ?? false, loadMore, problem }
}
