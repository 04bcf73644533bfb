import type { ConversationEventsSubscription } from '../generated.ts'

/** An entry of a conversation's change log, or word that the log does not reach back far enough. */
export type ConversationEvent = ConversationEventsSubscription['conversationEvents']
