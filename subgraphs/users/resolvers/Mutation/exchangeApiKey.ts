import { exchangeApiKey } from '../../domain/apiKeys.ts'
import type { MutationResolvers } from '../../generated.ts'

export const exchangeApiKeyResolver: MutationResolvers['exchangeApiKey'] = (_parent, { input }, { accounts }) =>
  exchangeApiKey(accounts, input.key)
