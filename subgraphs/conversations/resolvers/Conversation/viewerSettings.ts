import { settingsOf } from '../../domain/settingsOf.ts'
import type { ConversationResolvers } from '../../generated.ts'

export const viewerSettings: ConversationResolvers['viewerSettings'] = ({ viewer }, _args, { conversations }) =>
  settingsOf(viewer, conversations.now())
