import type { Resolvers } from '../generated.ts'
import { __resolveReference as conversationReference } from './Conversation/__resolveReference.ts'
import { lastMessage } from './Conversation/lastMessage.ts'
import { messages } from './Conversation/messages.ts'
import { __resolveType } from './ConversationEvent/__resolveType.ts'
import { __resolveReference as messageReference } from './Message/__resolveReference.ts'
import { sendMessage } from './Mutation/sendMessage.ts'
import { message } from './Query/message.ts'

/** Fields without a resolver are read off their parent: messages and events have the shape of their GraphQL type. */
export const resolvers: Resolvers = {
  Query: { message },
  Mutation: { sendMessage },
  Conversation: { __resolveReference: conversationReference, messages, lastMessage },
  Message: { __resolveReference: messageReference },
  ConversationEvent: { __resolveType },
}
