import type { ConversationRow } from '../conversations/conversationRow.ts'
import { mayManage } from '../members/permissions.ts'

/** Both sides of a direct conversation pin; elsewhere owners and admins. The server has the last word. */
export const mayPin = ({ kind, viewerMember }: ConversationRow): boolean =>
  kind === 'DIRECT' || mayManage(viewerMember?.role)
