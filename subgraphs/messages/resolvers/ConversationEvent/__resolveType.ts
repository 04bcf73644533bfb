import type { ConversationEventResolvers } from '../../generated.ts'

/** Stored payloads name their type. */
export const __resolveType: ConversationEventResolvers['__resolveType'] = (event) => event.__typename ?? null
