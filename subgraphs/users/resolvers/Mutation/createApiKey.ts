import { createApiKey } from '../../domain/apiKeys.ts'
import type { MutationResolvers } from '../../generated.ts'

export const createApiKeyResolver: MutationResolvers['createApiKey'] = (_parent, { input }, { accounts, viewer }) =>
  createApiKey(accounts, viewer.required(), input)
