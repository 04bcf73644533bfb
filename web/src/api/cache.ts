import { InMemoryCache } from '@apollo/client/cache'

/**
 * The normalized cache. `Conversation.messages` holds one unbroken run up to the newest message, whatever arguments
 * fetched it: what goes into it is written whole (conversations/conversationCache.ts), never merged field by field.
 */
export const createCache = (): InMemoryCache =>
  new InMemoryCache({
    possibleTypes: {
      ConversationEvent: [
        'ConversationCreated',
        'MessageSent',
        'MessageEdited',
        'MessageDeleted',
        'ReactionChanged',
        'MemberAdded',
        'MemberRemoved',
        'RoleChanged',
        'TitleChanged',
        'ResyncRequired',
      ],
    },
    typePolicies: {
      Message: { fields: { reactions: { merge: false } } },
      Conversation: {
        fields: {
          messages: { keyArgs: false, merge: false },
        },
      },
    },
  })
