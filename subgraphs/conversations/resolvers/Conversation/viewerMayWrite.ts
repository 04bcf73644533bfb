import { may } from '../../domain/permissions.ts'
import type { ConversationResolvers } from '../../generated.ts'

export const viewerMayWrite: ConversationResolvers['viewerMayWrite'] = (conversation) =>
  !conversation.blocked && may(conversation, conversation.viewer.role, 'write')
