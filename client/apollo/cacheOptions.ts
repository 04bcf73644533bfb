import type { InMemoryCacheConfig } from '@apollo/client/cache'
import { relayStylePagination } from '@apollo/client/utilities'
import { connections, possibleTypes } from './generated.ts'
import { newerSettings } from './newerSettings.ts'

/**
 * What an InMemoryCache should know of Parley: which types an event may be, that connections grow page by page, one for each
 * combination of the arguments that filter, and which of two settings is the newer. Lay your own `typePolicies` over it.
 */
export const cacheOptions: InMemoryCacheConfig = {
  possibleTypes,
  typePolicies: {
    ...Object.fromEntries(
      Object.entries(connections).map(([type, fields]) => [
        type,
        { fields: Object.fromEntries(Object.entries(fields).map(([name, filters]) => [name, paged(filters)])) },
      ]),
    ),
    ConversationSettings: { merge: newerSettings },
  },
}

function paged(filters: string[]) {
  return relayStylePagination(filters.length > 0 ? filters : false)
}
