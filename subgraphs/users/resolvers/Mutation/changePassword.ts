import { changePassword } from '../../domain/changePassword.ts'
import type { MutationResolvers } from '../../generated.ts'

export const changePasswordResolver: MutationResolvers['changePassword'] = async (
  _parent,
  { input },
  { accounts, viewer, client },
) => ({ endedSessions: await changePassword(accounts, viewer.required(), input, client) })
