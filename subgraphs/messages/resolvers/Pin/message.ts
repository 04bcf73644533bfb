import type { PinResolvers } from '../../generated.ts'

export const message: PinResolvers['message'] = ({ conversationId, seq }, _args, { loaders }) =>
  loaders.required({ conversation: { __typename: 'Conversation', id: conversationId }, seq })
