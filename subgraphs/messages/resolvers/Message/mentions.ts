import type { MessageResolvers } from '../../generated.ts'

/** Events from before there were mentions lack them. */
export const mentions: MessageResolvers['mentions'] = (message) => message.mentions ?? []
