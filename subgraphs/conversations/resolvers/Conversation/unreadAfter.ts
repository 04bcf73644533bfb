import { unreadAfter as after } from '../../domain/unread.ts'
import type { ConversationResolvers } from '../../generated.ts'

export const unreadAfter: ConversationResolvers['unreadAfter'] = ({ viewer }) => after(viewer)
