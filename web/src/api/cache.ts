import { InMemoryCache } from '@apollo/client/cache'
import { possibleTypes } from '../../../client/apollo/generated.ts'
import { newerSettings } from '../../../client/apollo/newerSettings.ts'

/**
 * The normalized cache: conversations and users. Messages stay where they were read, never merged field by field: those of
 * a timeline are kept as one unbroken run (conversations/conversationStore.ts), whose memory is bounded.
 */
export const createCache = (): InMemoryCache =>
  new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Message: { keyFields: false },
      ConversationSettings: { merge: newerSettings },
      Conversation: { fields: { lastMessage: { merge: false } } },
    },
  })
