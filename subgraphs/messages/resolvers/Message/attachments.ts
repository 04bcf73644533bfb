import type { MessageResolvers } from '../../generated.ts'

/** Events from before there were attachments lack them. */
export const attachments: MessageResolvers['attachments'] = (message) => message.attachments ?? []
