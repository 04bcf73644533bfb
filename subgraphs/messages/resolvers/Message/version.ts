import type { MessageResolvers } from '../../generated.ts'

/** Events from before there were versions lack it. */
export const version: MessageResolvers['version'] = (message) => message.version ?? 1
