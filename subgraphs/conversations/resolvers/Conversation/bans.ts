import { connectionOf, requestedPage } from '../../../../platform/pagination/index.ts'
import { may } from '../../domain/permissions.ts'
import type { ConversationResolvers } from '../../generated.ts'
import { memberCursor } from './members.ts'

export const bans: ConversationResolvers['bans'] = async (conversation, args, { loaders }) => {
  if (!may(conversation, conversation.viewer.role, 'unban')) return null
  const page = requestedPage(args, memberCursor, { size: 20 })
  const rows = await loaders.members.load({ conversationId: conversation.id, page, state: 'BANNED' })
  return connectionOf(rows, page, memberCursor, ({ joinedAt, userId }) => [joinedAt, userId])
}
