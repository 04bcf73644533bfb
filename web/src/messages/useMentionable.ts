import { useEffect, useState } from 'react'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { MentionableMembersDocument, type MentionableMembersQueryVariables } from '../generated.ts'

export interface Mentionable {
  id: string
  name: string
  handle: string | null
}

const pageSize = 100
/** In a very large group, those who joined first can be found by name. */
const mostPages = 10

/** The others in a conversation, read once they are wanted; again in the next conversation. */
export function useMentionable(conversationId: string, isWanted: boolean): readonly Mentionable[] {
  const { client, viewerId } = useChat()
  const [members, setMembers] = useState<readonly Mentionable[]>([])
  useEffect(() => {
    if (!isWanted) return
    const stopped = new AbortController()
    void (async () => {
      const found: Mentionable[] = []
      let after: string | null = null
      for (let page = 0; page < mostPages && !stopped.signal.aborted; page += 1) {
        const variables: MentionableMembersQueryVariables = { id: conversationId, first: pageSize, after }
        const { conversation } = await read(client, MentionableMembersDocument, variables)
        const { edges, pageInfo } = conversation.members
        found.push(...edges.map(({ node }) => node.user).filter(({ id }) => id !== viewerId))
        if (!stopped.signal.aborted) setMembers([...found])
        if (!pageInfo.hasNextPage) return
        after = pageInfo.endCursor
      }
    })().catch(() => {
      // Without the members there are no suggestions; what is written is sent all the same.
    })
    return () => stopped.abort()
  }, [client, viewerId, conversationId, isWanted])
  return members
}
