import { logOut } from '../../domain/logOut.ts'
import type { MutationResolvers } from '../../generated.ts'

export const logOutResolver: MutationResolvers['logOut'] = async (_parent, _args, { accounts, viewer }) => ({
  sessionId: await logOut(accounts, viewer.required()),
})
