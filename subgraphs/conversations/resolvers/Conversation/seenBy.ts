import { connectionOf, requestedPage } from '../../../../platform/pagination/index.ts'
import type { ConversationResolvers } from '../../generated.ts'
import { memberCursor } from './members.ts'

export const seenBy: ConversationResolvers['seenBy'] = async ({ id }, { seq, ...args }, { loaders }) => {
  const page = requestedPage(args, memberCursor, { size: 20 })
  const rows = await loaders.members.load({ conversationId: id, page, seenSeq: seq })
  return connectionOf(rows, page, memberCursor, ({ joinedAt, userId }) => [joinedAt, userId])
}
