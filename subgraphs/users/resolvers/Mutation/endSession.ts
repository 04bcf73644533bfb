import { endSession } from '../../domain/endSession.ts'
import type { MutationResolvers } from '../../generated.ts'

export const endSessionResolver: MutationResolvers['endSession'] = async (
  _parent,
  { input },
  { accounts, viewer },
) => ({
  sessionId: await endSession(accounts, viewer.required(), input.sessionId),
})
