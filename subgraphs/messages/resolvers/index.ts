import type { Resolvers } from '../generated.ts'
import { __resolveReference as conversationReference } from './Conversation/__resolveReference.ts'
import { lastMessage } from './Conversation/lastMessage.ts'
import { messages } from './Conversation/messages.ts'
import { __resolveType } from './ConversationEvent/__resolveType.ts'
import { __resolveReference as messageReference } from './Message/__resolveReference.ts'
import { hiddenForMe } from './Message/hiddenForMe.ts'
import { version } from './Message/version.ts'
import { deleteMessage } from './Mutation/deleteMessage.ts'
import { deleteMessageForMe } from './Mutation/deleteMessageForMe.ts'
import { editMessage } from './Mutation/editMessage.ts'
import { sendMessage } from './Mutation/sendMessage.ts'
import { message } from './Query/message.ts'
import { messageEdits } from './Query/messageEdits.ts'

/** Fields without a resolver are read off their parent: messages and events have the shape of their GraphQL type. */
export const resolvers: Resolvers = {
  Query: { message, messageEdits },
  Mutation: { sendMessage, editMessage, deleteMessage, deleteMessageForMe },
  Conversation: { __resolveReference: conversationReference, messages, lastMessage },
  Message: { __resolveReference: messageReference, hiddenForMe, version },
  ConversationEvent: { __resolveType },
}
