import { endApiKey } from '../../domain/apiKeys.ts'
import type { MutationResolvers } from '../../generated.ts'

export const revokeApiKeyResolver: MutationResolvers['revokeApiKey'] = async (
  _parent,
  { input },
  { accounts, viewer },
) => ({ apiKey: await endApiKey(accounts, viewer.required(), input.apiKeyId) })
