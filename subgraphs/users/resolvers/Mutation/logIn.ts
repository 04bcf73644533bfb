import { logIn } from '../../domain/logIn.ts'
import type { MutationResolvers } from '../../generated.ts'

export const logInResolver: MutationResolvers['logIn'] = async (_parent, { input }, { accounts, client }) => ({
  session: await logIn(accounts, input, client),
})
