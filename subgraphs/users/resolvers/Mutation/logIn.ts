import { logIn } from '../../domain/logIn.ts'
import type { MutationResolvers } from '../../generated.ts'

export const logInResolver: MutationResolvers['logIn'] = async (_parent, { input }, { accounts, address }) => ({
  session: await logIn(accounts, input, address),
})
