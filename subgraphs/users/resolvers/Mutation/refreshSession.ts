import { refreshSession } from '../../domain/refreshSession.ts'
import type { MutationResolvers } from '../../generated.ts'

export const refreshSessionResolver: MutationResolvers['refreshSession'] = async (
  _parent,
  { input },
  { accounts, client },
) => ({
  session: await refreshSession(accounts, input.refreshToken, client),
})
