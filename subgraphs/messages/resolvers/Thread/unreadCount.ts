import type { ThreadResolvers } from '../../generated.ts'

export const unreadCount: ThreadResolvers['unreadCount'] = (thread, _args, { loaders }) => loaders.unreadReplies(thread)
