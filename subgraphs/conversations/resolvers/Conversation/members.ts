import { connectionOf, createCursor, requestedPage } from '../../../../platform/pagination/index.ts'
import type { ConversationResolvers } from '../../generated.ts'

/** Places in any list of members: they stand in the order in which they joined. */
export const memberCursor = createCursor(['number', 'string'])

export const members: ConversationResolvers['members'] = async ({ id }, args, { loaders }) => {
  const page = requestedPage(args, memberCursor, { size: 20 })
  const rows = await loaders.members.load({ conversationId: id, page })
  return connectionOf(rows, page, memberCursor, ({ joinedAt, userId }) => [joinedAt, userId])
}
