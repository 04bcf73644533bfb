import type { MessageResolvers } from '../../generated.ts'

/** Events from before there were mentions lack it. */
export const mentionsEveryone: MessageResolvers['mentionsEveryone'] = (message) => message.mentionsEveryone ?? false
