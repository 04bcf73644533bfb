import { Unauthenticated, Unavailable } from '../platform/errors.ts'
import type { KeyExchange } from '../platform/identity/index.ts'
import type { SubgraphClient } from '../platform/subgraph/index.ts'

const EXCHANGE = /* GraphQL */ `
  mutation ExchangeApiKey($input: ExchangeApiKeyInput!) {
    exchangeApiKey(input: $input) {
      accessToken
      accessTokenExpiresAt
    }
  }
`

/** How the door exchanges API keys: at the users subgraph, which is here or behind HTTP. */
export const exchangeAt =
  (users: SubgraphClient): KeyExchange =>
  async (key) => {
    const { data, errors } = await users.execute({ query: EXCHANGE, variables: { input: { key } } })
    const [error] = errors ?? []
    if (error?.extensions?.['code'] === Unauthenticated.code) throw new Unauthenticated(error.message)
    type Exchanged = { exchangeApiKey?: { accessToken: string; accessTokenExpiresAt: string } | null }
    const exchanged = (data as Exchanged | null | undefined)?.exchangeApiKey
    if (!exchanged) throw new Unavailable('API keys cannot be checked now.', { cause: error, retryAfterMs: 1_000 })
    return { accessToken: exchanged.accessToken, expiresAt: Date.parse(exchanged.accessTokenExpiresAt) }
  }
