import { unreadCount as count } from '../../domain/unread.ts'
import type { ConversationResolvers } from '../../generated.ts'

export const unreadCount: ConversationResolvers['unreadCount'] = (view) => count(view)
