import type { ScheduledMessageResolvers } from '../../generated.ts'

export const conversation: ScheduledMessageResolvers['conversation'] = ({ conversationId }) => ({
  __typename: 'Conversation',
  id: conversationId,
})
