/**
 * What an API key may be good for. A field says by `@apiKeyScope` in its subgraph's SDL which of them it takes; fields of
 * Query, Mutation and Subscription that say nothing take no API key. A person's own session may do all that the person may.
 */
export const apiKeyScopes = [
  'USERS_READ',
  'CONVERSATIONS_READ',
  'CONVERSATIONS_WRITE',
  'MESSAGES_READ',
  'MESSAGES_WRITE',
  'WEBHOOKS_READ',
  'WEBHOOKS_WRITE',
] as const

export type ApiKeyScope = (typeof apiKeyScopes)[number]

/** What API keys begin with, so that nobody takes one for a token, nor a scanner of secrets overlooks it. */
export const API_KEY_PREFIX = 'pk_'
