import { connectionOf, createCursor, requestedPage } from '../../../../platform/pagination/index.ts'
import { inviteKey, listInvites } from '../../domain/listInvites.ts'
import type { ConversationResolvers } from '../../generated.ts'

const cursor = createCursor(['number', 'string'])

export const invites: ConversationResolvers['invites'] = async (conversation, args, { conversations, loaders }) => {
  const page = requestedPage(args, cursor, { size: 20 })
  const rows = await listInvites(loaders, conversation, page, conversations.now())
  return rows && connectionOf(rows, page, cursor, inviteKey)
}
