import type { InboxEventResolvers } from '../../generated.ts'

/** Stored payloads name their type. */
export const __resolveType: InboxEventResolvers['__resolveType'] = (event) => event.__typename ?? null
