import { wholeNumber } from './fields.ts'
import { variable } from './variable.ts'

const perMinute = (fallback: number, what: string) =>
  variable(wholeNumber(0, 1_000_000_000_000).default(fallback), `${what} within a minute; 0 for any`, String(fallback))

/** What may be asked of a router within a minute. A viewer is a user, an API key, or without a token a network. */
export const rateVariables = {
  PARLEY_RATE_QUERIES: perMinute(3_000, 'Queries that a viewer may send'),
  PARLEY_RATE_MUTATIONS: perMinute(1_200, 'Mutations that a viewer may send'),
  PARLEY_RATE_SUBSCRIPTIONS: perMinute(1_200, 'Subscriptions that a viewer may open'),
  PARLEY_RATE_PRICE: perMinute(20_000_000, "Sum of the prices of a viewer's operations (docs/router.md)"),
  PARLEY_RATE_ADDRESS: perMinute(60_000, 'Operations from one address (of IPv6, from one /64)'),
}
