import { continueAsGuest } from '../../domain/continueAsGuest.ts'
import type { MutationResolvers } from '../../generated.ts'

export const continueAsGuestResolver: MutationResolvers['continueAsGuest'] = async (
  _parent,
  { input },
  { accounts, client },
) => ({ session: await continueAsGuest(accounts, input, client) })
