import { LRUCache } from 'lru-cache'
import { Unavailable } from '../../../platform/errors.ts'
import type { SubgraphClient } from '../../../platform/subgraph/index.ts'

/** Whether a bot is there: tokens of a deleted one end by themselves, addresses that post as it do not. */
export interface LivingBots {
  /** @throws Unavailable  the users subgraph cannot be reached */
  has(botId: string): Promise<boolean>
}

const KEPT = { max: 10_000, ttl: 30_000 }
const QUERY = /* GraphQL */ `
  query LivingBot($users: [_Any!]!) {
    _entities(representations: $users) {
      ... on User {
        isBot
        isDeleted
      }
    }
  }
`

/** By the users subgraph, where there is one; an answer is good for 30 seconds. */
export function createLivingBots(users: SubgraphClient | undefined): LivingBots {
  if (!users) return { has: async () => false }
  const known = new LRUCache<string, boolean>(KEPT)
  return {
    async has(botId) {
      const before = known.get(botId)
      if (before !== undefined) return before
      const { data, errors } = await users.execute({
        query: QUERY,
        variables: { users: [{ __typename: 'User', id: botId }] },
      })
      if (errors) throw new Unavailable('Users cannot be looked up.', { cause: errors[0], retryAfterMs: 1_000 })
      const [bot] = (data as { _entities: ({ isBot: boolean; isDeleted: boolean } | null)[] })._entities
      const isThere = bot?.isBot === true && !bot.isDeleted
      known.set(botId, isThere)
      return isThere
    },
  }
}
