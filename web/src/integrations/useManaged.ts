import { useCallback } from 'react'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { mayManage } from '../members/permissions.ts'
import { usePaged, type Page, type Paged } from '../ui/usePaged.ts'
import { HookedConversationsDocument, type HookedConversationsQuery } from './generated.ts'

type Hooked = HookedConversationsQuery['conversations']['edges'][number]['node']
/** A group or channel that the viewer owns or administers, with its webhooks. */
export type Managed = Hooked & { title: string }

const pageSize = 20
/** Pages that are read on before one shows what there is: those managed may be few among many. */
const mostPages = 5

/** The conversations that the viewer manages, those first in which something happened last. */
export function useManaged(): Paged<Managed> {
  const { client } = useChat()
  return usePaged<Managed>(
    useCallback(
      async (after: string | null): Promise<Page<Managed>> => {
        const edges: { node: Managed }[] = []
        let cursor = after
        for (let pages = 1; ; pages++) {
          const variables = { first: pageSize, after: cursor }
          const page = (await read(client, HookedConversationsDocument, variables)).conversations
          for (const { node } of page.edges) if (isManaged(node)) edges.push({ node })
          if (!page.pageInfo.hasNextPage || edges.length >= pageSize || pages === mostPages)
            return { edges, pageInfo: page.pageInfo }
          cursor = page.pageInfo.endCursor
        }
      },
      [client],
    ),
  )
}

const isManaged = (conversation: Hooked): conversation is Managed =>
  conversation.kind !== 'DIRECT' && conversation.title !== null && mayManage(conversation.viewerMember?.role)
