import { messageCursor, messageRange } from '../../domain/messageRange.ts'
import type { ConversationResolvers } from '../../generated.ts'

export const messages: ConversationResolvers['messages'] = async ({ id }, args, { history }) => {
  const page = await history.page(id, messageRange(args))
  const edges = page.messages.map((node) => ({ node, cursor: messageCursor.encode([node.seq]) }))
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNext,
      hasPreviousPage: page.hasPrevious,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
