import { connectionOf, createCursor, requestedPage } from '../../../../platform/pagination/index.ts'
import type { ConversationResolvers } from '../../generated.ts'

const cursor = createCursor(['number', 'string'])

export const members: ConversationResolvers['members'] = async ({ id }, args, { loaders }) => {
  const page = requestedPage(args, cursor, { size: 20 })
  const rows = await loaders.members.load({ conversationId: id, page })
  return connectionOf(rows, page, cursor, ({ joinedAt, userId }) => [joinedAt, userId])
}
