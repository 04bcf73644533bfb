import type { ChannelResolvers } from '../../generated.ts'

export const conversationId: ChannelResolvers['conversationId'] = ({ id }) => id
