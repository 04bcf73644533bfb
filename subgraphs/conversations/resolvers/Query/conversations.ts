import { connectionOf, createCursor, requestedPage } from '../../../../platform/pagination/index.ts'
import { listConversations } from '../../domain/listConversations.ts'
import type { QueryResolvers } from '../../generated.ts'

const cursor = createCursor(['number', 'string'])

export const conversations: QueryResolvers['conversations'] = async (
  _parent,
  { sharedWith, ...args },
  { conversations, actor },
) => {
  const viewer = actor()
  const page = requestedPage(args, cursor, { size: 20 })
  const rows = await listConversations(conversations, viewer, page, sharedWith ?? undefined)
  return connectionOf(rows, page, cursor, ({ lastActivityAt, id }) => [lastActivityAt, id])
}
